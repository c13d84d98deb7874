import { Prisma } from '@/generated/prisma/client'
import type { Article, ArticleType } from '@/newsroom/article'
import { articleTag, type ListName, listTag, tagsOfSpan } from '@/newsroom/cache-tags'
import { type Cursor, readCursor, writeCursor } from '@/newsroom/cursor'
import { siteTime } from '@/server/clock'
import { config } from '@/server/config'
import { readDb } from '@/server/db'
import { reads, until } from '@/server/render-scope'
import { articleParts, toArticle } from './full-article'
import { isListed, isPublic } from './public-filter'
import { readerBody } from './reader-body'

/** All that is given must hold; ids of categories, tags and outlets are the database's. */
export interface ArticlesWanted {
  categoryId?: number | undefined
  tagId?: number | undefined
  sourceId?: number | undefined
  type?: ArticleType | undefined
  /** the first instant, and the first that is too late */
  from?: Date | undefined
  before?: Date | undefined
  updatedSince?: Date | undefined
  ids?: string[] | undefined
  size: number
  cursor?: string | undefined
  /** bodies cost more than all the rest */
  withBody: boolean
}

export interface FullArticles {
  /** `feedId`: the id the old feed gave it */
  items: { article: Article; plainText: string; feedId: string | null }[]
  next: string | null
}

interface Pick {
  id: string
  listedAt: Date
}

/** How long a list by time of change may be told as it was: a correction elsewhere drops no list. */
const CHANGES_MS = 1_000

/** Articles with all that belongs to them, the newest first, by keyset. */
export async function listFullArticles(wanted: ArticlesWanted): Promise<FullArticles> {
  const cursor = readCursor(wanted.cursor)
  const picks = await picksOf(wanted, cursor)
  const more = picks.length > wanted.size
  const shown = picks.slice(0, wanted.size)
  const last = shown.at(-1)
  nameSpan(wanted, cursor?.at ?? wanted.before, more ? picks.at(-1)?.listedAt : wanted.from)
  if (wanted.updatedSince) until(new Date(siteTime().getTime() + CHANGES_MS))
  const next = more && last ? writeCursor({ at: last.listedAt, id: last.id }) : null
  return { items: await itemsOf(shown, wanted.withBody), next }
}

/** The page depends on its own days of the list it walks, on all of it where one end is open. */
function nameSpan(wanted: ArticlesWanted, newest: Date | undefined, oldest: Date | undefined): void {
  const { list } = walkOf(wanted)
  if (newest && oldest && oldest <= newest) reads(...tagsOfSpan(list, newest, oldest, config().SITE_TIMEZONE))
  else reads(listTag(list))
}

interface Walk {
  list: ListName
  from: Prisma.Sql
  id: Prisma.Sql
  where: Prisma.Sql
}

/** The narrowest list there is an index of; the other conditions are asked of each article on the way. */
function walkOf({ tagId, categoryId, sourceId }: ArticlesWanted): Walk {
  if (tagId !== undefined) {
    const where = Prisma.sql`l."tagId" = ${tagId}`
    return { list: `tag:${tagId}`, from: Prisma.sql`"ArticleTag" l`, id: Prisma.sql`l."articleId"`, where }
  }
  if (categoryId !== undefined) {
    const where = Prisma.sql`l."categoryId" = ${categoryId}`
    return { list: `category:${categoryId}`, from: Prisma.sql`"ArticleCategory" l`, id: Prisma.sql`l."articleId"`, where }
  }
  const [from, id] = [Prisma.sql`"Article" l`, Prisma.sql`l."id"`]
  if (sourceId !== undefined) return { list: `source:${sourceId}`, from, id, where: Prisma.sql`l."sourceId" = ${sourceId}` }
  return { list: 'site', from, id, where: Prisma.sql`true` }
}

async function picksOf(wanted: ArticlesWanted, cursor: Cursor | null): Promise<Pick[]> {
  const { from, id, where } = walkOf(wanted)
  const { tagId, categoryId, sourceId, type, updatedSince, ids } = wanted
  const ofArticle = [
    ...(sourceId === undefined ? [] : [Prisma.sql`a."sourceId" = ${sourceId}`]),
    ...(type === undefined ? [] : [Prisma.sql`a."type" = ${type}::"ArticleType"`]),
    ...(updatedSince === undefined ? [] : [Prisma.sql`a."updatedAt" >= ${updatedSince}`]),
  ]
  const conditions = [
    where,
    isPublic('l'),
    ...(cursor ? [Prisma.sql`(l."listedAt", ${id}) < (${cursor.at}, ${cursor.id})`] : []),
    ...(wanted.from ? [Prisma.sql`l."listedAt" >= ${wanted.from}`] : []),
    ...(wanted.before ? [Prisma.sql`l."listedAt" < ${wanted.before}`] : []),
    ...(ids ? [Prisma.sql`${id} = ANY(${ids})`] : []),
    ...(tagId !== undefined && categoryId !== undefined
      ? [Prisma.sql`EXISTS (SELECT 1 FROM "ArticleCategory" c WHERE c."articleId" = ${id} AND c."categoryId" = ${categoryId})`]
      : []),
    ...(ofArticle.length > 0
      ? [Prisma.sql`EXISTS (SELECT 1 FROM "Article" a WHERE a."id" = ${id} AND ${Prisma.join(ofArticle, ' AND ')})`]
      : []),
  ]
  return await readDb().$queryRaw<Pick[]>`
    SELECT ${id} AS "id", l."listedAt" FROM ${from} WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY l."listedAt" DESC, ${id} DESC LIMIT ${wanted.size + 1}`
}

async function itemsOf(picks: Pick[], withBody: boolean): Promise<FullArticles['items']> {
  reads(...picks.map(({ id }) => articleTag(id)))
  const rows = await readDb().article.findMany({ where: { id: { in: picks.map(({ id }) => id) } }, include: articleParts })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const items: FullArticles['items'] = []
  for (const { id } of picks) {
    const row = byId.get(id)
    // Taken from readers since it was picked, perhaps.
    if (!row?.live || !isListed(row.listedAt)) continue
    const { live, listedAt } = row
    const bodyHtml = withBody ? await readerBody(live) : ''
    items.push({ article: toArticle({ ...row, live, listedAt }, bodyHtml), plainText: live.plainText, feedId: row.feedId })
  }
  return items
}
