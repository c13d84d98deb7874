import type { ArticleCard, NamedPlace } from '@/newsroom/article'
import { articleTag, CATEGORIES, LATEST, listTag, nameTag } from '@/newsroom/cache-tags'
import type { FrontPageLayout } from '@/newsroom/desk/front-page-layout'
import { chooseFrontPage, type FrontPageChoice } from '@/newsroom/front-page'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { cardsById } from './article-card'
import { findFrontPageLayout } from './find-front-page-layout'
import { limit } from './limit'
import { listPopularPlaces, type PopularLists } from './list-popular'
import { isPublic } from './public-filter'
import { isFirstInCategory, isFirstReport } from './story-fold'

export interface FrontPage extends FrontPageChoice {
  /** 突发 */
  breaking: { text: string; article: ArticleCard | null } | null
  sections: { category: NamedPlace; items: ArticleCard[] }[]
  /** busy categories that have no section */
  moreCategories: NamedPlace[]
  categoryCount: number
  /** 热门, the first of each span */
  popular: PopularLists
}

type Section = NamedPlace & { id: number }

const CANDIDATES = 40
const RECENT = 400
const SECTIONS = 8
const SECTION_ITEMS = 5
const MORE_CATEGORIES = 24
const POPULAR_ITEMS = 6

/** The front page as it was laid out, or as `tried` would have it. Whatever of it is not public any more is passed over. */
export async function findFrontPage(tried?: FrontPageLayout): Promise<FrontPage> {
  reads(LATEST, CATEGORIES)
  const layout = tried ?? (await findFrontPageLayout())
  const chosenIds = layout.stories.map(({ articleId }) => articleId)
  const breakingId = layout.breaking?.articleId
  const [newestIds, busiest, wanted, categoryCount, popular] = await Promise.all([
    listNewestIds(),
    listBusiestCategories(),
    categoriesInOrder(layout.sections.filter(({ hidden }) => !hidden).map(({ categoryId }) => categoryId)),
    countCategories(),
    listPopularPlaces(POPULAR_ITEMS),
  ])
  const named = new Set(layout.sections.map(({ categoryId }) => categoryId))
  const others = busiest.filter(({ id }) => !named.has(id))
  const places = [...wanted, ...others.slice(0, Math.max(0, SECTIONS - wanted.length))]
  const idsOfSections = await newestOf(places.map(({ id }) => id))
  const picked = [...chosenIds, ...(breakingId ? [breakingId] : []), ...popular.ids]
  reads(...picked.map(articleTag))
  // All cards in one statement: each costs more than what it asks for.
  const cards = await cardsById([...newestIds, ...picked, ...[...idsOfSections.values()].flat()])
  const of = (ids: readonly string[]) => ids.flatMap((id) => cards.get(id) ?? [])
  const choice = chooseFrontPage(of(newestIds), of(chosenIds))
  const shown = new Set(choice.leads.map(({ id }) => id))
  const sections = places.map(({ id, slug, name }) => ({
    category: { slug, name },
    items: of(idsOfSections.get(id) ?? [])
      .filter((card) => !shown.has(card.id))
      .slice(0, SECTION_ITEMS),
  }))
  return {
    ...choice,
    breaking: layout.breaking && { text: layout.breaking.text, article: (breakingId && cards.get(breakingId)) || null },
    sections: sections.filter(({ items }) => items.length > 0),
    moreCategories: others.slice(Math.max(0, SECTIONS - wanted.length)).map(({ slug, name }) => ({ slug, name })),
    categoryCount,
    popular: popular.of(cards),
  }
}

async function listNewestIds(): Promise<string[]> {
  const rows = await readDb().$queryRaw<{ id: string }[]>`
    SELECT l."id" FROM "Article" l WHERE ${isPublic('l')} AND ${isFirstReport('site')}
    ORDER BY l."listedAt" DESC, l."id" DESC ${limit(CANDIDATES)}`
  return rows.map(({ id }) => id)
}

async function categoriesInOrder(ids: number[]): Promise<Section[]> {
  if (ids.length === 0) return []
  const rows = await readDb().category.findMany({
    where: { id: { in: ids }, mergedIntoId: null },
    select: { id: true, slug: true, name: true },
  })
  reads(...ids.map((id) => nameTag(`category:${id}`)))
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/** Those with the most among the newest articles, so the choice costs the same at any size. */
async function listBusiestCategories(): Promise<Section[]> {
  const rows = await readDb().$queryRaw<Section[]>`
    SELECT c."id", c."slug", c."name"
    FROM (SELECT l."id" FROM "Article" l WHERE ${isPublic('l')} ORDER BY l."listedAt" DESC, l."id" DESC ${limit(RECENT)}) recent
    JOIN "ArticleCategory" ac ON ac."articleId" = recent."id" AND ac."position" = 0
    JOIN "Category" c ON c."id" = ac."categoryId"
    GROUP BY c."id" ORDER BY count(*) DESC, c."sortKey", c."id" ${limit(SECTIONS + MORE_CATEGORIES)}`
  reads(...rows.map(({ id }) => nameTag(`category:${id}`)))
  return rows
}

/** By category, the newest first. */
async function newestOf(categoryIds: number[]): Promise<Map<number, string[]>> {
  reads(...categoryIds.map((id) => listTag(`category:${id}`)))
  const rows = await readDb().$queryRaw<{ categoryId: number; ids: string[] }[]>`
    SELECT place."id" AS "categoryId", ARRAY(
      SELECT l."articleId" FROM "ArticleCategory" l WHERE l."categoryId" = place."id" AND ${isPublic('l')} AND ${isFirstInCategory()}
      ORDER BY l."listedAt" DESC, l."articleId" DESC ${limit(SECTION_ITEMS + 3)}) AS "ids"
    FROM unnest(${categoryIds}::int[]) place ("id")`
  return new Map(rows.map(({ categoryId, ids }) => [categoryId, ids]))
}

/** Those a reader finds in the register: with something to read. */
async function countCategories(): Promise<number> {
  const [row] = await readDb().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Category" c
    WHERE EXISTS (SELECT 1 FROM "ArticleCategory" l WHERE l."categoryId" = c."id" AND ${isPublic('l')})`
  return row?.count ?? 0
}
