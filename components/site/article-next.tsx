import { articlePath, categoryPath, dayPath, inView } from '@/newsroom/addresses'
import type { Article, ArticleCard } from '@/newsroom/article'
import { calendarDay } from '@/newsroom/calendar'
import { periodName } from '@/newsroom/dates'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { Time } from './time'

interface Props {
  site: Site
  view: View
  article: Article
  previous: ArticleCard | null
  next: ArticleCard | null
  related: ArticleCard[]
  /** the same report at other outlets */
  reports: ArticleCard[]
}

/** Where to read on: the neighbours, what is related, and the ways back. */
export function ArticleNext({ site, view, article, previous, next, related, reports }: Props) {
  const t = texts(site.locale)
  const addressOf = (card: ArticleCard) => inView(articlePath(card, site.timeZone), view)
  const day = calendarDay(article.publishedAt, site.timeZone)
  return (
    <aside className="article-next" aria-label={t('article.more')}>
      {(previous || next) && (
        <ul className="neighbours">
          {previous && (
            <li>
              <span>{t('article.previous')}</span>
              <a rel="prev" href={addressOf(previous)}>
                {previous.headline}
              </a>
            </li>
          )}
          {next && (
            <li>
              <span>{t('article.next')}</span>
              <a rel="next" href={addressOf(next)}>
                {next.headline}
              </a>
            </li>
          )}
        </ul>
      )}
      {reports.length > 0 && (
        <section className="related" aria-labelledby="reports">
          <h2 id="reports">{t('article.reports')}</h2>
          <ul>
            {reports.map((card) => (
              <li key={card.id}>
                <a href={addressOf(card)}>
                  {card.source ? `${card.source.name}${t('article.reportOf')}${card.headline}` : card.headline}
                </a>
                <Time instant={card.publishedAt} site={site} form="day" />
              </li>
            ))}
          </ul>
        </section>
      )}
      {related.length > 0 && (
        <section className="related" aria-labelledby="related">
          <h2 id="related">{t('article.related')}</h2>
          <ul>
            {related.map((card) => (
              <li key={card.id}>
                <a href={addressOf(card)}>{card.headline}</a>
                <Time instant={card.publishedAt} site={site} form="day" />
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="ways-back">
        {article.category && (
          <li>
            <a href={inView(categoryPath(article.category.slug), view)}>{t('article.back', { name: article.category.name })}</a>
          </li>
        )}
        <li>
          <a href={inView(dayPath(day), view)}>{t('article.sameDay', { day: periodName(day, site.locale) })}</a>
        </li>
        <li>
          <a href={inView('/', view)}>{t('article.back', { name: t('site.home') })}</a>
        </li>
      </ul>
    </aside>
  )
}
