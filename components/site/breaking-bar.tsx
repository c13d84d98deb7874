import { articlePath, inView } from '@/newsroom/addresses'
import type { ArticleCard } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  text: string
  article: ArticleCard | null
}

/** 突发: one line above everything, while it is news. */
export function BreakingBar({ site, view, text, article }: Props) {
  const label = texts(site.locale)('front.breaking')
  return (
    <aside className="breaking" aria-label={label}>
      <p>
        <strong>{label}</strong>
        {article ? <a href={inView(articlePath(article, site.timeZone), view)}>{text}</a> : text}
      </p>
    </aside>
  )
}
