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
      <HeadlineList id="reports" title={t('article.reports')} site={site} view={view} cards={reports} named />
      <HeadlineList id="related" title={t('article.related')} site={site} view={view} cards={related} />
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

interface HeadlineListProps {
  id: string
  title: string
  site: Site
  view: View
  cards: ArticleCard[]
  /** the outlet stands before each headline */
  named?: boolean
}

function HeadlineList({ id, title, site, view, cards, named }: HeadlineListProps) {
  if (cards.length === 0) return null
  const outlet = ({ source }: ArticleCard) => (named && source ? source.name + texts(site.locale)('article.reportOf') : '')
  return (
    <section className="related" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {cards.map((card) => (
          <li key={card.id}>
            <a href={inView(articlePath(card, site.timeZone), view)}>{outlet(card) + card.headline}</a>
            <Time instant={card.publishedAt} site={site} form="day" />
          </li>
        ))}
      </ul>
    </section>
  )
}
