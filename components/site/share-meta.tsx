import type { Article } from '@/newsroom/article'
import { cutCard, drawnCard } from '@/newsroom/card'
import type { Site } from '@/newsroom/site'

/** What QQ and Qzone show of a link: they read microdata, and a square picture. */
export function ShareMeta({ site, article }: { site: Site; article: Article }) {
  const { path } = cutCard(article.id, article.picture, 'square') ?? drawnCard(article.id, 'square')
  return (
    <>
      <meta itemProp="name" content={article.headline} />
      <meta itemProp="image" content={site.url + path} />
      <meta itemProp="description" content={article.description} />
    </>
  )
}
