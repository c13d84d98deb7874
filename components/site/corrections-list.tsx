import { articlePath, inView } from '@/newsroom/addresses'
import type { CorrectionItem } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { CorrectionText } from './correction-text'
import { Headline } from './headline'
import { Time } from './time'

interface Props {
  site: Site
  view: View
  items: CorrectionItem[]
}

export function CorrectionsList({ site, view, items }: Props) {
  if (items.length === 0) return <p className="notice">{texts(site.locale)('corrections.empty')}</p>
  return (
    <div className="corrections-list">
      {items.map((correction) => (
        <article key={correction.id}>
          <Time instant={correction.publishedAt} site={site} form="day" />
          <Headline
            text={correction.article.headline}
            level={2}
            address={inView(articlePath(correction.article, site.timeZone), view)}
          />
          <CorrectionText site={site} correction={correction} />
        </article>
      ))}
    </div>
  )
}
