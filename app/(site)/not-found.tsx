import { MissingView } from '@/components/site/missing-view'
import { currentSite } from './site'
import { SiteFrame } from './site-frame'

/**
 * Where no page server stands in front, Next itself answers 404 with this. Next renders it along with every page of the site, so
 * it must read nothing: every page would depend on what it read.
 */
export default function NotFound() {
  const site = currentSite()
  return (
    <SiteFrame site={site} view="standard" address="/">
      <MissingView site={site} view="standard" newest={[]} />
    </SiteFrame>
  )
}
