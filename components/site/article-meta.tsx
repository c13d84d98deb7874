import { inView, sourcePath } from '@/newsroom/addresses'
import type { Article } from '@/newsroom/article'
import { calendarDay } from '@/newsroom/calendar'
import type { ReadCount as Count } from '@/newsroom/read-counts'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { People, signs } from './people'
import { ReadAloud } from './read-aloud'
import { ReadCount } from './read-count'
import { Time } from './time'

interface Props {
  site: Site
  view: View
  article: Article
  reads: Count | null
}

/** Source, people, time and length in one ruled line. */
export function ArticleMeta({ site, view, article, reads }: Props) {
  const t = texts(site.locale)
  const sameDay = calendarDay(article.updatedAt, site.timeZone) === calendarDay(article.publishedAt, site.timeZone)
  return (
    <div className="article-meta">
      {article.source && (
        <span>
          {t('article.source')} <a href={inView(sourcePath(article.source.slug), view)}>{article.source.name}</a>
        </span>
      )}
      <People site={site} bylines={article.bylines.filter(signs)} />
      <Time instant={article.publishedAt} site={site} form="full" />
      {article.revised && (
        <span>
          {t.rich('article.updated', {
            time: () => <Time instant={article.updatedAt} site={site} form={sameDay ? 'clock' : 'full'} />,
          })}
        </span>
      )}
      <span>{t('article.length', { count: article.characterCount })}</span>
      {reads && <ReadCount site={site} reads={reads} />}
      {article.sourceUrl && (
        <a className="original" href={article.sourceUrl} rel="noopener external">
          {t('article.original')}
        </a>
      )}
      {view !== 'lite' && <ReadAloud site={site} from=".article .headline, .article-standfirst, .body" />}
    </div>
  )
}
