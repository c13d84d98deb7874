import { categoryPath, inView } from '@/newsroom/addresses'
import type { Article } from '@/newsroom/article'
import type { ReadCount } from '@/newsroom/read-counts'
import type { Site, View } from '@/newsroom/site'
import { ArticleMeta } from './article-meta'
import { Headline } from './headline'

interface Props {
  site: Site
  view: View
  article: Article
  reads: ReadCount | null
}

/** 栏目, 引题, 主题, 副题 and the ruled line under them. */
export function ArticleHead({ site, view, article, reads }: Props) {
  return (
    <header className="article-head">
      {article.category && (
        <p className="category">
          <a href={inView(categoryPath(article.category.slug), view)}>{article.category.name}</a>
        </p>
      )}
      {article.kicker && <p className="kicker">{article.kicker}</p>}
      <Headline text={article.headline} level={1} />
      {article.subhead && <p className="subhead">{article.subhead}</p>}
      <ArticleMeta site={site} view={view} article={article} reads={reads} />
    </header>
  )
}
