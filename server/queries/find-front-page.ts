import { Prisma } from '@/generated/prisma/client'
import type { ArticleCard, NamedPlace } from '@/newsroom/article'
import { CATEGORIES, LATEST, listTag, nameTag } from '@/newsroom/cache-tags'
import { chooseFrontPage, type FrontPageChoice } from '@/newsroom/front-page'
import { db } from '@/server/db'
import { reads } from '@/server/render-scope'
import { cardsOf } from './article-card'
import { isPublic } from './public-filter'

export interface FrontPage extends FrontPageChoice {
  sections: { category: NamedPlace; items: ArticleCard[] }[]
  /** busy categories that have no section */
  moreCategories: NamedPlace[]
  categoryCount: number
}

const CANDIDATES = 40
const RECENT = 400
const SECTIONS = 8
const SECTION_ITEMS = 5
const MORE_CATEGORIES = 24

export async function findFrontPage(): Promise<FrontPage> {
  reads(LATEST, CATEGORIES)
  const [newest, busiest, categoryCount] = await Promise.all([
    cardsOf(
      Prisma.sql`SELECT l."id" FROM "Article" l WHERE ${isPublic('l')} ORDER BY l."listedAt" DESC, l."id" DESC LIMIT ${CANDIDATES}`,
    ),
    listBusiestCategories(),
    countCategories(),
  ])
  const choice = chooseFrontPage(newest)
  const shown = new Set(choice.leads.map(({ id }) => id))
  const sections = await Promise.all(
    busiest.slice(0, SECTIONS).map(async (category) => ({
      category: { slug: category.slug, name: category.name },
      items: (await newestIn(category.id)).filter(({ id }) => !shown.has(id)).slice(0, SECTION_ITEMS),
    })),
  )
  return {
    ...choice,
    sections: sections.filter(({ items }) => items.length > 0),
    moreCategories: busiest.slice(SECTIONS).map(({ slug, name }) => ({ slug, name })),
    categoryCount,
  }
}

/** Those with the most among the newest articles, so the choice costs the same at any size. */
async function listBusiestCategories(): Promise<(NamedPlace & { id: number })[]> {
  const rows = await db().$queryRaw<(NamedPlace & { id: number })[]>`
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
    SELECT l."articleId" AS "id" FROM "ArticleCategory" l WHERE l."categoryId" = ${categoryId} AND ${isPublic('l')}
    ORDER BY l."listedAt" DESC, l."articleId" DESC LIMIT ${SECTION_ITEMS + 3}`)
}

/** Those a reader finds in the register: with something to read. */
async function countCategories(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Category" c
    WHERE EXISTS (SELECT 1 FROM "ArticleCategory" l WHERE l."categoryId" = c."id" AND ${isPublic('l')})`
  return row?.count ?? 0
}
