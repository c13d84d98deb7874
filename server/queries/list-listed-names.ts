import { Prisma } from '@/generated/prisma/client'
import type { NamedPlace } from '@/newsroom/article'
import { CATEGORIES, LATEST, listTag, NAMES, nameTag } from '@/newsroom/cache-tags'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'
import { isPublic, wasShown } from './public-filter'

export type ListedKind = 'category' | 'tag' | 'source'

export interface ListedName extends NamedPlace {
  id: number
  /** of an outlet */
  homepage: string | null
  /** of a category */
  parent: NamedPlace | null
}

interface Row extends NamedPlace {
  id: number
  homepage: string | null
  parentId: number | null
  parentSlug: string | null
  parentName: string | null
}

const KINDS = {
  category: {
    from: Prisma.sql`"Category" n LEFT JOIN "Category" p ON p."id" = n."parentId"`,
    more: Prisma.sql`NULL AS "homepage", p."id" AS "parentId", p."slug" AS "parentSlug", p."name" AS "parentName"`,
    filed: Prisma.sql`"ArticleCategory" l WHERE l."categoryId" = n."id"`,
    // Its page is there from the start.
    known: Prisma.sql`true`,
  },
  tag: {
    from: Prisma.sql`"Tag" n`,
    more: Prisma.sql`NULL AS "homepage", NULL::int AS "parentId", NULL AS "parentSlug", NULL AS "parentName"`,
    filed: Prisma.sql`"ArticleTag" l WHERE l."tagId" = n."id"`,
    known: wasShown('Tag'),
  },
  source: {
    from: Prisma.sql`"Source" n`,
    more: Prisma.sql`n."url" AS "homepage", NULL::int AS "parentId", NULL AS "parentSlug", NULL AS "parentName"`,
    filed: Prisma.sql`"Article" l WHERE l."sourceId" = n."id"`,
    known: wasShown('Source'),
  },
} as const

/**
 * Categories, tags or outlets with something public, by slug and by keyset: those after `after`. What only drafts and
 * embargoed articles name is not to be known of.
 */
export async function listListedNames(
  kind: ListedKind,
  { after, size }: { after: string | null; size: number },
): Promise<{ items: ListedName[]; more: boolean }> {
  reads(namesTag(kind), LATEST)
  const beyond = after === null ? Prisma.sql`true` : Prisma.sql`n."slug" > ${after}`
  const rows = await rowsOf(kind, Prisma.sql`${beyond} AND ${hasPublic(kind)}`, size + 1)
  return { items: rows.slice(0, size), more: rows.length > size }
}

/** One of them, whose page is there though nothing may be in its list any more; null: no reader is to know of one. */
export async function findListedName(kind: ListedKind, slug: string): Promise<ListedName | null> {
  const [found] = await rowsOf(kind, Prisma.sql`n."slug" = ${slug} AND (${hasPublic(kind)} OR ${KINDS[kind].known})`, 1)
  // It is there as long as something of its list is.
  if (found) reads(listTag(`${kind}:${found.id}`))
  else reads(namesTag(kind), LATEST)
  return found ?? null
}

const namesTag = (kind: ListedKind) => (kind === 'category' ? CATEGORIES : NAMES)

const hasPublic = (kind: ListedKind) => Prisma.sql`EXISTS (SELECT 1 FROM ${KINDS[kind].filed} AND ${isPublic('l')})`

async function rowsOf(kind: ListedKind, where: Prisma.Sql, limit: number): Promise<ListedName[]> {
  const { from, more } = KINDS[kind]
  const rows = await readDb().$queryRaw<Row[]>`
    SELECT n."id", n."slug", n."name", ${more} FROM ${from}
    WHERE ${where} AND n."mergedIntoId" IS NULL
    ORDER BY n."slug" LIMIT ${limit}`
  reads(...rows.map(({ id }) => nameTag(`${kind}:${id}`)))
  reads(...rows.flatMap(({ parentId }) => (parentId === null ? [] : nameTag(`category:${parentId}`))))
  return rows.map(({ parentId: _, parentSlug, parentName, ...row }) => ({
    ...row,
    parent: parentSlug && parentName ? { slug: parentSlug, name: parentName } : null,
  }))
}
