import { MissingView } from '@/components/site/missing-view'
import { isRendering } from '@/server/render-scope'
import { currentSite } from './site'
import { SiteFrame } from './site-frame'

/**
 * Where no page server stands in front, Next itself answers 404 with this. Next renders it along with every page of the site: for the
 * page server, which has no use for it, that would be a second frame for each.
 */
export default function NotFound() {
  if (isRendering()) return null
  const site = currentSite()
  return (
    <SiteFrame site={site} view="standard" address="/">
      <MissingView site={site} view="standard" newest={[]} />
    </SiteFrame>
  )
}
