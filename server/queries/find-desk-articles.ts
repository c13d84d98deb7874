import { Prisma } from '@/generated/prisma/client'
import type { DayArticle } from '@/newsroom/desk/desk-day'
import type { StaffActor } from '@/newsroom/desk/staff'
import { headlineQuery } from '@/newsroom/headline-query'
import { listDayArticles } from './desk-articles'
import { searchHeadlines } from './search-headlines'

const MOST = 8

/** Articles by words of their headline, those in work before those readers have, newest first: what the palette goes to. */
export async function findDeskArticles(actor: StaffActor, text: string): Promise<DayArticle[]> {
  const query = headlineQuery(text)
  if (query === null) return []
  const list = (where: Prisma.Sql, everybodys: boolean) => listDayArticles(actor, { where, everybodys, ...NEWEST })
  const [inWork, readable] = await Promise.all([
    list(Prisma.sql`d."headlineTerms" @@ ${query}::tsquery`, false),
    searchHeadlines(text),
  ])
  const more = readable.items.map(({ id }) => id).filter((id) => !inWork.some((article) => article.id === id))
  const live = more.length > 0 ? await list(Prisma.sql`a."id" = ANY(${more})`, true) : []
  return [...inWork, ...live].slice(0, MOST)
}

const NEWEST = { order: Prisma.sql`a."touchedAt" DESC, a."id" DESC`, at: Prisma.sql`a."touchedAt"`, most: MOST }
