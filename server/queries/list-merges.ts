import { Prisma } from '@/generated/prisma/client'
import type { MergeKind } from '@/newsroom/desk/taxonomy'
import { db } from '@/server/db'

export interface MergeRow {
  id: number
  from: string
  into: string
  by: string | null
  mergedAt: Date
}

const TABLES: Record<MergeKind, string> = { category: 'Category', tag: 'Tag', source: 'Source', person: 'Person' }

/** The last merges of a kind that can be taken back. */
export async function listMerges(kind: MergeKind): Promise<MergeRow[]> {
  const table = Prisma.raw(`"${TABLES[kind]}"`)
  return await db().$queryRaw<MergeRow[]>`
    SELECT m."id", f."name" AS "from", i."name" AS "into", s."name" AS "by", m."mergedAt"
    FROM "Merge" m JOIN ${table} f ON f."id" = m."fromId" JOIN ${table} i ON i."id" = m."intoId"
    LEFT JOIN "Staff" s ON s."id" = m."staffId"
    WHERE m."kind" = ${kind} AND m."undoneAt" IS NULL ORDER BY m."id" DESC LIMIT 20`
}
