import type { ArticleCard } from '@/newsroom/article'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  card: ArticleCard
  /** of the article */
  address: string
}

/** 另有 3 家报道: one report of several outlets stands as one line, and says where the others are. */
export function OtherReports({ site, card: { otherOutlets: count }, address }: Props) {
  if (count === 0) return null
  return (
    <a className="other-reports" href={`${address}#reports`}>
      {texts(site.locale)('list.otherReports', { count })}
    </a>
  )
}
