import type { Article } from '@/newsroom/article'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { People, signs } from './people'

interface Props {
  site: Site
  article: Article
}

/** Under the text: what one that is not the paper's own must say of itself, and who answers for it. */
export function ArticleOrigin({ site, article }: Props) {
  const t = texts(site.locale)
  const answerable = article.bylines.filter((byline) => !signs(byline))
  return (
    <div className="article-origin">
      {article.type !== 'original' && <p>{originOf(article, site)}</p>}
      {(article.originalHeadline || article.originalAuthor) && (
        <p className="original-credit">
          {article.originalHeadline && <span>{t('article.originalHeadline', { headline: article.originalHeadline })}</span>}
          {article.originalAuthor && <span>{t('article.originalAuthor', { author: article.originalAuthor })}</span>}
        </p>
      )}
      {answerable.length > 0 && (
        <p className="answerable">
          <People site={site} bylines={answerable} />
        </p>
      )}
    </div>
  )
}

function originOf({ type, source }: Article, site: Site): string {
  const t = texts(site.locale)
  if (type === 'original') return ''
  if (type !== 'reprint') return t(`article.${type}`)
  return source ? t('article.reprint', { source: source.name }) : t('article.reprintUnnamed')
}
