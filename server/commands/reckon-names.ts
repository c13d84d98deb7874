import { db } from '@/server/db'
import { spellingOf } from './ensure-names'
import { jsonRows } from './json-rows'

const BATCH = 1_000
const TABLES = ['Tag', 'Person', 'Source', 'Category'] as const

/** Spells names that nobody spelled yet: those of before there were initials. Does nothing the second time. Answers how many. */
export async function reckonNames(): Promise<number> {
  let count = 0
  for (const table of TABLES) for await (const size of batches(table)) count += size
  return count
}

async function* batches(table: (typeof TABLES)[number]): AsyncGenerator<number> {
  for (let last = 0; ; ) {
    // A name without a letter keeps "" and is passed over by its id.
    const names = await db().$queryRawUnsafe<{ id: number; name: string }[]>(
      `SELECT "id", "name" FROM "${table}" WHERE "initials" = '' AND "id" > $1 ORDER BY "id" LIMIT ${BATCH}`,
      last,
    )
    const newest = names.at(-1)
    if (!newest) return
    last = newest.id
    const rows = names.map(({ id, name }) => ({ id, ...spellingOf(name) }))
    yield await db().$executeRawUnsafe(
      `UPDATE "${table}" n SET "initials" = x."initials", "sortKey" = x."sortKey"
       FROM json_to_recordset($1::json) AS x("id" int, "initials" text, "sortKey" text)
       WHERE n."id" = x."id" AND (n."initials", n."sortKey") IS DISTINCT FROM (x."initials", x."sortKey")`,
      jsonRows(rows),
    )
  }
}
