import type { ReactNode } from 'react'
import { inView } from '@/newsroom/addresses'
import type { Licences } from '@/newsroom/licences'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { Footer } from './footer'
import { LineMasthead } from './line-masthead'

interface Props {
  site: Site
  view: View
  /** this page's own address, without its view: where the switch of view leads */
  address: string
  /** the front page brings its own */
  masthead?: ReactNode
  /** a year the paper has articles of; leads to the archive */
  year?: string
  licences: Licences
  children: ReactNode
}

/** What stands around every page; where the connection is to be spared, the lite edition is offered above it. The view is marked here, not on <html>: a layout cannot see the address. */
export function Frame({ site, view, address, masthead, year, licences, children }: Props) {
  const t = texts(site.locale)
  return (
    <div className="frame" id="top" data-mode={view === 'standard' ? undefined : view}>
      <a className="skip" href="#main">
        {t('site.skip')}
      </a>
      {view !== 'lite' && (
        <a className="lite-offer" href={inView(address, 'lite')} rel="nofollow">
          {t('site.liteOffer')}
        </a>
      )}
      {masthead ?? <LineMasthead site={site} view={view} address={address} year={year} />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer site={site} view={view} address={address} year={year} licences={licences} />
    </div>
  )
}
