import type { StaffActor } from '@/newsroom/desk/staff'
import { MOST_SUGGESTIONS, readTyped, type Suggestion } from '@/newsroom/desk/suggestion'
import { db } from '@/server/db'

const COUNTED = 100

interface Row {
  id: number
  name: string
  sortKey: string
  initials: string
  parentId: number | null
  mergedIntoId: number | null
  uses: number
}

/** Categories with the path that leads to them; those in the asker's charge first, then the most used. */
export async function suggestCategories(actor: StaffActor, given: string): Promise<Suggestion[]> {
  const { text, sortKey, initials } = readTyped(given)
  // A paper has some hundred categories: all of them are here sooner than a clever question is answered.
  const rows = await db().$queryRaw<Row[]>`
    SELECT c."id", c."name", c."sortKey", c."initials", c."parentId", c."mergedIntoId",
      (SELECT count(*)::int FROM (SELECT 1 FROM "ArticleCategory" u WHERE u."categoryId" = c."id" LIMIT ${COUNTED}) n) AS "uses"
    FROM "Category" c`
  const byId = new Map(rows.map((row) => [row.id, row]))
  const isFound = (row: Row) =>
    row.name.toLowerCase().includes(text) ||
    (initials !== null && (row.initials.startsWith(initials) || (sortKey !== null && row.sortKey.startsWith(sortKey))))
  const isAllowed = ({ id }: Row) => actor.role === 'administrator' || actor.desk === null || actor.desk.includes(id)
  const found = new Set(
    rows.filter(isFound).flatMap((row) => (row.mergedIntoId === null ? row : (byId.get(row.mergedIntoId) ?? []))),
  )
  const weight = (row: Row) => (isAllowed(row) ? 1_000 : 0) + (row.name.toLowerCase().startsWith(text) ? 500 : 0) + row.uses
  return [...found]
    .sort((one, other) => weight(other) - weight(one) || (one.sortKey < other.sortKey ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map((row) => ({ id: row.id, label: pathOf(row, byId), uses: row.uses, allowed: isAllowed(row) }))
}

/** `国内 / 河南` */
function pathOf(row: Row, byId: ReadonlyMap<number, Row>): string {
  const names = [row.name]
  for (let above = byId.get(row.parentId ?? 0); above && names.length < 10; above = byId.get(above.parentId ?? 0))
    names.unshift(above.name)
  return names.join(' / ')
}
