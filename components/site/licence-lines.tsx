import { hasLicences, ICP_REGISTER, type Licences, policeRegister } from '@/newsroom/licences'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

/** 备案, 许可 and 举报: what the operator entered, and nothing where they entered nothing. */
export function LicenceLines({ site, licences }: { site: Site; licences: Licences }) {
  if (!hasLicences(licences)) return null
  const t = texts(site.locale)
  const { icp, police, news, lines, report } = licences
  return (
    <ul className="licences" aria-label={t('licences.title')}>
      {report.phone && (
        <li>
          {t('licences.reportPhone')}
          <a href={`tel:${report.phone.replace(/[^\d+]/g, '')}`}>{report.phone}</a>
        </li>
      )}
      {report.email && (
        <li>
          {t('licences.reportEmail')}
          <a href={`mailto:${report.email}`}>{report.email}</a>
        </li>
      )}
      {report.url && <Line text={t('licences.reportLink')} url={report.url} />}
      {news && <Line text={t('licences.news', { number: news })} url="" />}
      {lines.map(({ text, url }) => (
        <Line key={`${text} ${url}`} text={text} url={url} />
      ))}
      {icp && <Line text={icp} url={ICP_REGISTER} />}
      {police && (
        <li>
          <a href={policeRegister(police)} rel="noreferrer">
            <Shield />
            {police}
          </a>
        </li>
      )}
    </ul>
  )
}

function Line({ text, url }: { text: string; url: string }) {
  return <li>{url ? <a href={url}>{text}</a> : text}</li>
}

/** The place of the filing's mark. */
function Shield() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d="M8 1 2.5 3v4.4c0 3.5 2.3 6 5.5 7.6 3.2-1.6 5.5-4.1 5.5-7.6V3z" fill="none" stroke="currentColor" />
      <path d="m8 4.6 1 2h2.1L9.4 7.9l.7 2.1L8 8.8 5.9 10l.7-2.1-1.7-1.3H7z" fill="currentColor" />
    </svg>
  )
}
