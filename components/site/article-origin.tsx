import type { Article } from '@/newsroom/article'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  article: Article
}

/** What a text that is not the paper's own must say of itself. */
export function ArticleOrigin({ site, article: { type, source } }: Props) {
  if (type === 'original') return null
  const t = texts(site.locale)
  const words =
    type === 'reprint'
      ? source
        ? t('article.reprint', { source: source.name })
        : t('article.reprintUnnamed')
      : t(`article.${type}`)
  return <p className="origin">{words}</p>
}
