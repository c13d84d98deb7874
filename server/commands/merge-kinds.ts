import { z } from 'zod'
import { Prisma } from '@/generated/prisma/client'
import { CATEGORIES, type CacheTag, type ListName, NAMES, nameTag } from '@/newsroom/cache-tags'
import type { MergeKind } from '@/newsroom/desk/taxonomy'
import type { Tx } from '@/server/db'

/** What a merge moved, as the Merge row keeps it. */
export const movedRows = z.object({
  /** article, its place with the one that went, its place with the one that stays (null: it was not there) */
  labels: z.array(z.tuple([z.string(), z.number(), z.number().nullable()])).default([]),
  articles: z.array(z.string()).default([]),
  /** article, revision, position */
  bylines: z.array(z.tuple([z.string(), z.number(), z.number()])).default([]),
  children: z.array(z.number()).default([]),
  /** those that had been merged into the one that went */
  earlier: z.array(z.number()).default([]),
  redirects: z.array(z.string()).default([]),
})
export type MovedRows = z.output<typeof movedRows>
export const NOTHING_MOVED: MovedRows = { labels: [], articles: [], bylines: [], children: [], earlier: [], redirects: [] }

export interface Mergeable {
  table: 'Category' | 'Tag' | 'Source' | 'Person'
  /** where its pages stand; null: it has none */
  folder: string | null
  redirectColumn: 'categoryId' | 'tagId' | 'sourceId' | null
  tags(id: number): CacheTag[]
  /** the articles that carry it */
  articlesOf(tx: Tx, id: number): Promise<string[]>
  move(tx: Tx, from: number, into: number): Promise<Partial<MovedRows>>
  /** what has left `into` meanwhile stays where it went */
  moveBack(tx: Tx, from: number, into: number, moved: MovedRows): Promise<void>
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
const listTags = (list: ListName): CacheTag[] => [nameTag(list)]

export const MERGEABLE: Record<MergeKind, Mergeable> = {
  category: {
    ...labelled('ArticleCategory', 'categoryId'),
    table: 'Category',
    folder: 'category',
    redirectColumn: 'categoryId',
    tags: (id) => [CATEGORIES, ...listTags(`category:${id}`)],
  },
  tag: {
    ...labelled('ArticleTag', 'tagId'),
    table: 'Tag',
    folder: 'tag',
    redirectColumn: 'tagId',
    tags: (id) => [NAMES, ...listTags(`tag:${id}`)],
  },
  source: {
    table: 'Source',
    folder: 'source',
    redirectColumn: 'sourceId',
    tags: (id) => [NAMES, ...listTags(`source:${id}`)],
    articlesOf: async (tx, id) => ids(await tx.$queryRaw`SELECT "id" FROM "Article" WHERE "sourceId" = ${id}`),
    move: async (tx, from, into) => ({
      articles: ids(await tx.$queryRaw`UPDATE "Article" SET "sourceId" = ${into} WHERE "sourceId" = ${from} RETURNING "id"`),
    }),
    moveBack: async (tx, from, into, { articles }) => {
      await tx.$executeRaw`UPDATE "Article" SET "sourceId" = ${from} WHERE "id" = ANY(${articles}) AND "sourceId" = ${into}`
    },
  },
  person: {
    table: 'Person',
    folder: null,
    redirectColumn: null,
    tags: () => [],
    articlesOf: async (tx, id) =>
      ids(await tx.$queryRaw`SELECT DISTINCT "articleId" AS "id" FROM "Byline" WHERE "personId" = ${id}`),
    move: async (tx, from, into) => {
      const rows = await tx.$queryRaw<{ articleId: string; revision: number; position: number }[]>`
        UPDATE "Byline" SET "personId" = ${into} WHERE "personId" = ${from} RETURNING "articleId", "revision", "position"`
      return { bylines: rows.map(({ articleId, revision, position }) => [articleId, revision, position]) }
    },
    moveBack: async (tx, from, into, { bylines }) => {
      await tx.$executeRaw`
        UPDATE "Byline" b SET "personId" = ${from}
        FROM json_array_elements(${JSON.stringify(bylines)}::json) x
        WHERE b."articleId" = x->>0 AND b."revision" = (x->>1)::int AND b."position" = (x->>2)::int AND b."personId" = ${into}`
    },
  },
}

/** Categories and tags: rows that join them to articles. An article that had both keeps the better place. */
function labelled(
  table: 'ArticleCategory' | 'ArticleTag',
  column: 'categoryId' | 'tagId',
): Pick<Mergeable, 'articlesOf' | 'move' | 'moveBack'> {
  const rows = Prisma.raw(`"${table}"`)
  const label = Prisma.raw(`"${column}"`)
  return {
    articlesOf: async (tx, id) => ids(await tx.$queryRaw`SELECT "articleId" AS "id" FROM ${rows} WHERE ${label} = ${id}`),
    move: async (tx, from, into) => {
      const moved = await tx.$queryRaw<{ articleId: string; position: number; other: number | null }[]>`
        WITH gone AS (DELETE FROM ${rows} WHERE ${label} = ${from} RETURNING "articleId", "position"),
        known AS (SELECT g.*, o."position" AS "other" FROM gone g
          LEFT JOIN ${rows} o ON o."articleId" = g."articleId" AND o.${label} = ${into}),
        put AS (INSERT INTO ${rows} ("articleId", ${label}, "position")
          SELECT "articleId", ${into}, "position" FROM known WHERE "other" IS NULL),
        placed AS (UPDATE ${rows} o SET "position" = known."position" FROM known
          WHERE o."articleId" = known."articleId" AND o.${label} = ${into} AND known."position" < known."other")
        SELECT "articleId", "position", "other" FROM known`
      return { labels: moved.map(({ articleId, position, other }) => [articleId, position, other]) }
    },
    moveBack: async (tx, from, into, { labels }) => {
      await tx.$executeRaw`
        WITH moved AS (SELECT x->>0 AS "articleId", (x->>1)::int AS "position", (x->>2)::int AS "other"
            FROM json_array_elements(${JSON.stringify(labels)}::json) x),
        still AS (SELECT m.* FROM moved m JOIN ${rows} o ON o."articleId" = m."articleId" AND o.${label} = ${into}),
        gone AS (DELETE FROM ${rows} o USING still WHERE o."articleId" = still."articleId" AND o.${label} = ${into}
          AND still."other" IS NULL),
        placed AS (UPDATE ${rows} o SET "position" = still."other" FROM still
          WHERE o."articleId" = still."articleId" AND o.${label} = ${into} AND still."other" IS NOT NULL)
        INSERT INTO ${rows} ("articleId", ${label}, "position") SELECT "articleId", ${from}, "position" FROM still
        ON CONFLICT DO NOTHING`
    },
  }
}
