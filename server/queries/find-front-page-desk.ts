import { Prisma } from '@/generated/prisma/client'
import type { ArticleCard } from '@/newsroom/article'
import { EMPTY_LAYOUT, type FrontPageLayout, frontPageLayout } from '@/newsroom/desk/front-page-layout'
import { db } from '@/server/db'
import { cardsOf } from './article-card'
import { isPublic } from './public-filter'

export interface FrontPageDesk {
  /** what a new layout must name as the one it follows; 0: none yet */
  editionId: number
  layout: FrontPageLayout
  /** the chosen articles of all these editions that are public */
  cards: ArticleCard[]
  /** what may be chosen: the newest public ones */
  candidates: ArticleCard[]
  categories: { id: number; name: string }[]
  history: FrontPageEdition[]
}

export interface FrontPageEdition {
  id: number
  publishedAt: Date
  by: string | null
  note: string | null
  layout: FrontPageLayout
}

const CANDIDATES = 40
const HISTORY = 30

/** The front page as whoever lays it out needs it. */
export async function findFrontPageDesk(): Promise<FrontPageDesk> {
  const [rows, categories] = await Promise.all([
    db().frontPage.findMany({
      where: { publishedAt: { not: null } },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: HISTORY,
      include: { createdBy: { select: { name: true } } },
    }),
    db().category.findMany({
      where: { mergedIntoId: null },
      orderBy: [{ position: 'asc' }, { sortKey: 'asc' }],
      select: { id: true, name: true },
    }),
  ])
  const history = rows.flatMap(({ id, publishedAt, note, layout, createdBy }) => {
    const read = frontPageLayout.safeParse(layout)
    return publishedAt && read.success ? [{ id, publishedAt, note, by: createdBy?.name ?? null, layout: read.data }] : []
  })
  const layout = history[0]?.layout ?? EMPTY_LAYOUT
  const ids = history.flatMap(({ layout: { stories, breaking } }) => [
    ...stories.map(({ articleId }) => articleId),
    ...(breaking?.articleId ? [breaking.articleId] : []),
  ])
  const [cards, candidates] = await Promise.all([
    cardsOf(Prisma.sql`SELECT l."id" FROM "Article" l WHERE l."id" = ANY(${ids}) AND ${isPublic('l')}`),
    cardsOf(
      Prisma.sql`SELECT l."id" FROM "Article" l WHERE ${isPublic('l')} ORDER BY l."listedAt" DESC, l."id" DESC LIMIT ${CANDIDATES}`,
    ),
  ])
  return { editionId: rows[0]?.id ?? 0, layout, cards, candidates, categories, history }
}
