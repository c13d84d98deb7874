import type { Article } from '@/newsroom/article'

/** For Baidu, where a reprint was published first: `原发媒体名称, 原发网页URL`. React moves it into the head. */
export function PublishedFirst({ article: { type, source, sourceUrl } }: { article: Article }) {
  if (type === 'original' || !source || !sourceUrl) return null
  return <meta property="article:published_first" content={`${source.name}, ${sourceUrl}`} />
}
