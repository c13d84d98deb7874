import { Prisma } from '@/generated/prisma/client'
import type { ArticleList } from '@/newsroom/article'
import { type ListName, listTag, tagsOfSpan } from '@/newsroom/cache-tags'
import { type Cursor, readCursor, writeCursor } from '@/newsroom/cursor'
import { config } from '@/server/config'
import { reads } from '@/server/render-scope'
import { cardsOf } from './article-card'
import { isPublic } from './public-filter'
import { isFirstReport } from './story-fold'

export interface ListPage {
  before?: string | undefined
  after?: string | undefined
  /** articles a page, 20 unless told */
  size?: number
  /** a report that several outlets carry is one line: the first of them in the list */
  folded?: boolean
}

/** Where a list lies: rows `l` with "listedAt" and the article's id, in one index. */
export interface ListPlace {
  from: Prisma.Sql
  id: Prisma.Sql
  where: Prisma.Sql
}

/**
 * One page of the site's, a category's, a tag's or a source's list, by keyset: as fast at a million as at ten.
 * The newest and the last page depend on the whole list, those between only on their own days.
 */
export async function listArticles(list: ListName, page: ListPage = {}): Promise<ArticleList> {
  const found = await pageOf(placeOf(list, page.folded ? isFirstReport(list) : Prisma.sql`true`), page)
  // What lies just past the edge is not shown, but its being there makes the link to the next page.
  const times = [found.cursor?.at, found.items[0]?.publishedAt, found.items.at(-1)?.publishedAt, found.beyond].flatMap(
    (at) => at?.getTime() ?? [],
  )
  const span = [new Date(Math.max(...times)), new Date(Math.min(...times))] as const
  if (found.newer && found.older) reads(...tagsOfSpan(list, ...span, config().SITE_TIMEZONE))
  else reads(listTag(list))
  return { items: found.items, older: found.older, newer: found.newer }
}

function placeOf(list: ListName, shown: Prisma.Sql): ListPlace {
  const [kind, id] = list.split(':')
  const where = Prisma.sql`${isPublic('l')} AND ${shown}`
  switch (kind) {
    case 'category':
      return {
        from: Prisma.sql`"ArticleCategory" l`,
        id: Prisma.sql`l."articleId"`,
        where: Prisma.sql`l."categoryId" = ${Number(id)} AND ${where}`,
      }
    case 'tag':
      return {
        from: Prisma.sql`"ArticleTag" l`,
        id: Prisma.sql`l."articleId"`,
        where: Prisma.sql`l."tagId" = ${Number(id)} AND ${where}`,
      }
    case 'source':
      return {
        from: Prisma.sql`"Article" l`,
        id: Prisma.sql`l."id"`,
        where: Prisma.sql`l."sourceId" = ${Number(id)} AND ${where}`,
      }
    default:
      return { from: Prisma.sql`"Article" l`, id: Prisma.sql`l."id"`, where }
  }
}

interface FoundPage extends ArticleList {
  /** where the walk started */
  cursor: Cursor | null
  /** time of the article after the last one, in the direction of the walk */
  beyond: Date | null
}

/** The keyset walk itself, over any place. */
export async function pageOf(place: ListPlace, { before, after, size = 20 }: ListPage): Promise<FoundPage> {
  const upTo = readCursor(after)
  if (upTo) {
    const items = await cardsOf(newerThan(place, upTo, size + 1))
    // Fewer than a page are left above: that is the first page, which has its own address.
    if (items.length > size) return { ...edges(items.slice(1), true, true), cursor: upTo, beyond: items[0]?.publishedAt ?? null }
  }
  const from = readCursor(before)
  const items = await cardsOf(olderThan(place, from, size + 1))
  const page = edges(items.slice(0, size), items.length > size, from !== null)
  return { ...page, cursor: from, beyond: items[size]?.publishedAt ?? null }
}

function edges(items: ArticleList['items'], hasOlder: boolean, hasNewer: boolean): ArticleList {
  const [first, last] = [items[0], items.at(-1)]
  return {
    items,
    older: hasOlder && last ? writeCursor({ at: last.publishedAt, id: last.id }) : null,
    newer: hasNewer && first ? writeCursor({ at: first.publishedAt, id: first.id }) : null,
  }
}

function olderThan(place: ListPlace, from: Cursor | null, limit: number): Prisma.Sql {
  const keyset = from ? Prisma.sql`AND (l."listedAt", ${place.id}) < (${from.at}, ${from.id})` : Prisma.empty
  return Prisma.sql`SELECT ${place.id} AS "id" FROM ${place.from} WHERE ${place.where} ${keyset}
    ORDER BY l."listedAt" DESC, ${place.id} DESC LIMIT ${limit}`
}

function newerThan(place: ListPlace, upTo: Cursor, limit: number): Prisma.Sql {
  return Prisma.sql`SELECT ${place.id} AS "id" FROM ${place.from} WHERE ${place.where}
    AND (l."listedAt", ${place.id}) > (${upTo.at}, ${upTo.id}) ORDER BY l."listedAt" ASC, ${place.id} ASC LIMIT ${limit}`
}
