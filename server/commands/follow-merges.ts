import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'

const TABLES = { person: 'Person', tag: 'Tag', category: 'Category', source: 'Source' } as const
export type MergeableKind = keyof typeof TABLES

/** Where each id leads now, merges followed to their end; one that does not exist is not in it. */
export async function followMerges(tx: Tx, kind: MergeableKind, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const table = Prisma.raw(`"${TABLES[kind]}"`)
  const rows = await tx.$queryRaw<{ from: number; id: number }[]>`
    WITH RECURSIVE led AS (
      SELECT "id" AS "from", "id", "mergedIntoId" FROM ${table} WHERE "id" = ANY(${ids})
      UNION SELECT led."from", t."id", t."mergedIntoId" FROM led JOIN ${table} t ON t."id" = led."mergedIntoId")
    SELECT "from", "id" FROM led WHERE "mergedIntoId" IS NULL`
  return new Map(rows.map(({ from, id }) => [from, id]))
}

/** The same ids, each as where it leads, once and in their order. */
export const led = (ids: Map<number, number>, wanted: number[]): number[] => [
  ...new Set(wanted.flatMap((id) => ids.get(id) ?? [])),
]
