import { Prisma } from '@/generated/prisma/client'
import type { ArticleCard, NamedPlace } from '@/newsroom/article'
import { CATEGORIES, LATEST, listTag, nameTag } from '@/newsroom/cache-tags'
import type { FrontPageLayout } from '@/newsroom/desk/front-page-layout'
import { chooseFrontPage, type FrontPageChoice } from '@/newsroom/front-page'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { cardsInOrder, cardsOf } from './article-card'
import { findFrontPageLayout } from './find-front-page-layout'
import { listPopular, type PopularLists } from './list-popular'
import { isPublic } from './public-filter'
import { isFirstReport } from './story-fold'

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
  const [newest, chosen, breaking, busiest, wanted, categoryCount, popular] = await Promise.all([
    cardsOf(
      Prisma.sql`SELECT l."id" FROM "Article" l WHERE ${isPublic('l')} AND ${isFirstReport('site')}
        ORDER BY l."listedAt" DESC, l."id" DESC LIMIT ${CANDIDATES}`,
    ),
    cardsInOrder(layout.stories.map(({ articleId }) => articleId)),
    layout.breaking?.articleId ? cardsInOrder([layout.breaking.articleId]) : [],
    listBusiestCategories(),
    categoriesInOrder(layout.sections.filter(({ hidden }) => !hidden).map(({ categoryId }) => categoryId)),
    countCategories(),
    listPopular(POPULAR_ITEMS),
  ])
  const choice = chooseFrontPage(newest, chosen)
  const shown = new Set(choice.leads.map(({ id }) => id))
  const named = new Set(layout.sections.map(({ categoryId }) => categoryId))
  const others = busiest.filter(({ id }) => !named.has(id))
  const places = [...wanted, ...others.slice(0, Math.max(0, SECTIONS - wanted.length))]
  const sections = await Promise.all(
    places.map(async (category) => ({
      category: { slug: category.slug, name: category.name },
      items: (await newestIn(category.id)).filter(({ id }) => !shown.has(id)).slice(0, SECTION_ITEMS),
    })),
  )
  return {
    ...choice,
    breaking: layout.breaking && { text: layout.breaking.text, article: breaking[0] ?? null },
    sections: sections.filter(({ items }) => items.length > 0),
    moreCategories: others.slice(Math.max(0, SECTIONS - wanted.length)).map(({ slug, name }) => ({ slug, name })),
    categoryCount,
    popular,
  }
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
    FROM (SELECT l."id" FROM "Article" l WHERE ${isPublic('l')} ORDER BY l."listedAt" DESC, l."id" DESC LIMIT ${RECENT}) recent
    JOIN "ArticleCategory" ac ON ac."articleId" = recent."id" AND ac."position" = 0
    JOIN "Category" c ON c."id" = ac."categoryId"
    GROUP BY c."id" ORDER BY count(*) DESC, c."sortKey", c."id" LIMIT ${SECTIONS + MORE_CATEGORIES}`
  reads(...rows.map(({ id }) => nameTag(`category:${id}`)))
  return rows
}

async function newestIn(categoryId: number): Promise<ArticleCard[]> {
  reads(listTag(`category:${categoryId}`))
  return await cardsOf(Prisma.sql`
    SELECT l."articleId" AS "id" FROM "ArticleCategory" l WHERE l."categoryId" = ${categoryId} AND ${isPublic('l')} AND ${isFirstReport(`category:${categoryId}`)}
    ORDER BY l."listedAt" DESC, l."articleId" DESC LIMIT ${SECTION_ITEMS + 3}`)
}

/** Those a reader finds in the register: with something to read. */
async function countCategories(): Promise<number> {
  const [row] = await readDb().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Category" c
    WHERE EXISTS (SELECT 1 FROM "ArticleCategory" l WHERE l."categoryId" = c."id" AND ${isPublic('l')})`
  return row?.count ?? 0
}
