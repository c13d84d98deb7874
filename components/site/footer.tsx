import { API_PATH, dayPath, inView } from '@/newsroom/addresses'
import { zoneName } from '@/newsroom/dates'
import type { Licences } from '@/newsroom/licences'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { LicenceLines } from './licence-lines'
import { ViewSwitch } from './view-switch'

interface Props {
  site: Site
  view: View
  address: string
  year?: string
  licences: Licences
}

export function Footer({ site, view, address, year, licences }: Props) {
  const t = texts(site.locale)
  const links = [
    ['/', t('site.home')],
    ['/category', t('site.categories')],
    ...(year ? [[dayPath(year), t('site.archive')]] : []),
    ['/search', t('site.search')],
    ['/corrections', t('corrections.title')],
    [API_PATH, t('api.title')],
  ]
  return (
    <footer className="footer">
      <p className="name">{site.name}</p>
      <nav aria-label={t('site.footer')}>
        <ul>
          {links.map(([path = '/', name]) => (
            <li key={path}>
              <a href={inView(path, view)}>{name}</a>
            </li>
          ))}
          <li>
            <ViewSwitch site={site} view={view} address={address} />
          </li>
          <li>
            {view === 'lite' ? (
              <a href={inView(address, 'elder')}>{t('site.elder')}</a>
            ) : (
              // A crawler would find there what it has found here.
              <a href={inView(address, 'lite')} rel="nofollow">
                {t('site.lite')}
              </a>
            )}
          </li>
          <li>
            <a href="#top">{t('site.top')}</a>
          </li>
        </ul>
      </nav>
      <p className="zone">{t('site.timeZone', { zone: zoneName(site) })}</p>
      <LicenceLines site={site} licences={licences} />
    </footer>
  )
}
