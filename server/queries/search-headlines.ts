import { Prisma } from '@/generated/prisma/client'
import type { ArticleList } from '@/newsroom/article'
import { headlineQuery } from '@/newsroom/headline-query'
import { db } from '@/server/db'
import { type ListPage, pageOf } from './list-articles'
import { isPublic } from './public-filter'

/** Past this many hits the newest are found by walking back in time, not by sorting all of them. */
const FEW = 1_000

/** Articles whose headline holds every word, newest first. Not for kept pages: names no tags. */
export async function searchHeadlines(text: string, page: ListPage = {}): Promise<ArticleList> {
  const query = headlineQuery(text)
  if (!query) return { items: [], older: null, newer: null }
  const matches = Prisma.sql`SELECT l."id", l."listedAt" FROM "Article" l
    WHERE l."headlineTerms" @@ ${query}::tsquery AND ${isPublic('l')}`
  const [hits] = await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS "count" FROM (${matches} LIMIT ${FEW}) hit`
  // The planner would walk the whole archive by date for a rare word; a materialized set of few rows it sorts.
  const rare = (hits?.count ?? 0) < FEW
  const { items, older, newer } = await pageOf(
    {
      from: rare ? Prisma.sql`(WITH hit AS MATERIALIZED (${matches}) SELECT * FROM hit) l` : Prisma.sql`"Article" l`,
      id: Prisma.sql`l."id"`,
      where: rare ? Prisma.sql`true` : Prisma.sql`l."headlineTerms" @@ ${query}::tsquery AND ${isPublic('l')}`,
    },
    page,
  )
  return { items, older, newer }
}
