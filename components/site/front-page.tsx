import { categoryPath, inView, POPULAR_PATH } from '@/newsroom/addresses'
import type { ArticleCard, NamedPlace } from '@/newsroom/article'
import type { PopularSpan } from '@/newsroom/popular'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { BreakingBar } from './breaking-bar'
import { FrontSection } from './front-section'
import { PopularLists } from './popular-lists'
import { RollingList } from './rolling-list'
import { Story } from './story'

interface Props {
  site: Site
  view: View
  /** `2026-11-23` */
  today: string
  breaking: { text: string; article: ArticleCard | null } | null
  leads: ArticleCard[]
  newest: ArticleCard[]
  sections: { category: NamedPlace; items: ArticleCard[] }[]
  moreCategories: NamedPlace[]
  categoryCount: number
  popular: Record<PopularSpan, ArticleCard[]>
}

/** Fewer are no list. */
const FEWEST_POPULAR = 3
/** Lead stories with pictures stand taller: so many headlines keep the columns even. */
const NEWEST = { besidePictures: 11, besideText: 8 }

export function FrontPage({
  site,
  view,
  today,
  breaking,
  leads,
  newest,
  sections,
  moreCategories,
  categoryCount,
  popular,
}: Props) {
  const t = texts(site.locale)
  const [lead, ...seconds] = leads
  if (!lead) {
    return (
      <div className="notice">
        <h2>{t('front.emptyTitle')}</h2>
        <p>{t('front.emptyText')}</p>
      </div>
    )
  }
  const rolling = newest.slice(0, lead.picture ? NEWEST.besidePictures : NEWEST.besideText)
  const columns = 1 + Number(seconds.length > 0) + Number(rolling.length > 0)
  return (
    <>
      {breaking && <BreakingBar site={site} view={view} text={breaking.text} article={breaking.article} />}
      <div className="front-top" data-columns={columns}>
        <Story
          site={site}
          view={view}
          today={today}
          card={lead}
          rank="lead"
          sizes="(min-width: 1100px) 480px, (min-width: 820px) 54vw, calc(100vw - 32px)"
          first
        />
        {seconds.length > 0 && (
          <div className="seconds">
            {seconds.map((card) => (
              <Story
                key={card.id}
                site={site}
                view={view}
                today={today}
                card={card}
                rank="second"
                sizes="(min-width: 1100px) 130px, (min-width: 820px) 16vw, 32vw"
              />
            ))}
          </div>
        )}
        {rolling.length > 0 && <RollingList site={site} view={view} today={today} items={rolling} label={t('front.newest')} />}
      </div>
      {sections.map(({ category, items }) => (
        <FrontSection key={category.slug} site={site} view={view} today={today} category={category} items={items} />
      ))}
      {popular.week.length >= FEWEST_POPULAR && (
        <section className="front-popular" aria-labelledby="popular">
          <h2 id="popular">
            <a href={inView(POPULAR_PATH, view)}>{t('popular.title')}</a>
          </h2>
          <PopularLists site={site} view={view} lists={popular} level={3} />
        </section>
      )}
      <nav className="front-register" aria-labelledby="more-sections">
        <h2 id="more-sections">{t('front.more')}</h2>
        <ul>
          {moreCategories.map(({ slug, name }) => (
            <li key={slug}>
              <a href={inView(categoryPath(slug), view)}>{name}</a>
            </li>
          ))}
          <li className="all">
            <a href={inView('/category', view)}>{t('front.allCategories', { count: categoryCount })}</a>
          </li>
        </ul>
      </nav>
    </>
  )
}
