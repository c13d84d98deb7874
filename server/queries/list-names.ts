import { Prisma } from '@/generated/prisma/client'
import { db } from '@/server/db'

export type NameKind = 'tag' | 'source' | 'person'

export interface NameRow {
  id: number
  name: string
  slug: string
  /** articles that carry it (of a person: bylines in revisions), counted up to 1,000 */
  uses: number
  /** a tag's synonyms, an outlet's address, a person's title today */
  hint: string | null
}

export interface NamePage {
  items: NameRow[]
  /** for `after` of the next page; null: this is the last */
  next: string | null
}

export interface NameFilter {
  /** in the name, or the beginning of its pinyin or initials */
  text?: string
  /** nothing carries it */
  unused?: boolean
  after?: string
}

const PAGE = 50
const MOST_COUNTED = 1_000
const counted = (rows: Prisma.Sql) => Prisma.sql`(SELECT count(*)::int FROM (${rows} LIMIT ${MOST_COUNTED}) n)`

const KINDS: Record<NameKind, { from: Prisma.Sql; order: Prisma.Sql; uses: Prisma.Sql; hint: Prisma.Sql; pinyin: Prisma.Sql }> = {
  tag: {
    from: Prisma.sql`"Tag" x`,
    order: Prisma.sql`x."sortKey" COLLATE "C"`,
    uses: Prisma.sql`SELECT 1 FROM "ArticleTag" l WHERE l."tagId" = x."id"`,
    hint: Prisma.sql`(SELECT string_agg(s."term", '、' ORDER BY s."term") FROM "TagSynonym" s WHERE s."tagId" = x."id")`,
    pinyin: Prisma.sql`x."sortKey"`,
  },
  source: {
    from: Prisma.sql`"Source" x`,
    order: Prisma.sql`x."slug" COLLATE "C"`,
    uses: Prisma.sql`SELECT 1 FROM "Article" a WHERE a."sourceId" = x."id"`,
    hint: Prisma.sql`x."url"`,
    pinyin: Prisma.sql`x."slug"`,
  },
  person: {
    from: Prisma.sql`"Person" x`,
    order: Prisma.sql`x."slug" COLLATE "C"`,
    uses: Prisma.sql`SELECT 1 FROM "Byline" b WHERE b."personId" = x."id"`,
    hint: Prisma.sql`(SELECT t."title" FROM "PersonTitle" t WHERE t."personId" = x."id"
      AND coalesce(t."from", '-infinity') <= current_date AND coalesce(t."until", 'infinity') >= current_date
      ORDER BY t."from" DESC NULLS LAST LIMIT 1)`,
    pinyin: Prisma.sql`x."initials"`,
  },
}

/** Names of one kind in the order of a register, a page at a time; merged ones are not among them. */
export async function listNames(kind: NameKind, { text = '', unused = false, after }: NameFilter): Promise<NamePage> {
  const { from, order, uses, hint, pinyin } = KINDS[kind]
  const [key, id] = readCursor(after)
  const wanted = text.trim().toLowerCase().slice(0, 80)
  const like = wanted.replace(/[\\%_]/g, '\\$&')
  const conditions = [
    Prisma.sql`x."mergedIntoId" IS NULL`,
    ...(wanted
      ? [Prisma.sql`(lower(x."name") LIKE ${`%${like}%`} OR ${pinyin} LIKE ${`${like}%`} OR x."initials" LIKE ${`${like}%`})`]
      : []),
    ...(unused ? [Prisma.sql`NOT EXISTS (${uses})`] : []),
    ...(key === null ? [] : [Prisma.sql`(${order}, x."id") > (${key} COLLATE "C", ${id})`]),
  ]
  const rows = await db().$queryRaw<(NameRow & { key: string })[]>`
    SELECT x."id", x."name", x."slug", ${order} AS "key", ${counted(uses)} AS "uses", ${hint} AS "hint"
    FROM ${from} WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${order}, x."id" LIMIT ${PAGE + 1}`
  const items = rows.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items: items.map(({ key: _, ...row }) => row),
    next: rows.length > PAGE && last ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') : null,
  }
}

function readCursor(text: string | undefined): [string | null, number] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text ?? '', 'base64url').toString())
    if (Array.isArray(read) && typeof read[0] === 'string' && Number.isSafeInteger(read[1])) return [read[0], read[1]]
  } catch {
    // No cursor, or none of ours: the first page.
  }
  return [null, 0]
}
