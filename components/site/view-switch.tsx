import { inView } from '@/newsroom/addresses'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  address: string
}

/** 关怀版 and back, 省流版 back, on the same page. */
export function ViewSwitch({ site, view, address }: Props) {
  const t = texts(site.locale)
  return view === 'standard' ? (
    <a className="view-switch" href={inView(address, 'elder')}>
      {t('site.elder')}
    </a>
  ) : (
    <a className="view-switch" href={address}>
      {t(view === 'lite' ? 'site.full' : 'site.standard')}
    </a>
  )
}
