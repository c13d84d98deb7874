import { Prisma } from '@/generated/prisma/client'
import type { AuditLine } from '@/newsroom/desk/audit'
import { type AuditFilter, spanOf } from '@/newsroom/desk/audit-filter'
import { config } from '@/server/config'
import { db } from '@/server/db'

/** Ids follow time as far as transactions end in the order they began: none lasts longer than this. */
const LONGEST_TRANSACTION_MS = 60_000
/** No database has a year before the first; after the last there is nothing either. */
const [FIRST_MS, LAST_MS] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')]

/** The record, newest first; `before` is the id of the last line seen. */
export async function listAudit(filter: AuditFilter, before: string | null, most: number): Promise<AuditLine[]> {
  return await db().$queryRaw<AuditLine[]>`
    SELECT e."id"::text, e."at", e."actorId", e."actorName", e."action", e."subject", e."label", e."before", e."after",
      e."address", e."userAgent"
    FROM "AuditEntry" e WHERE ${conditionOf(filter, before)} ORDER BY e."id" DESC LIMIT ${most}`
}

function conditionOf({ who, action, subject, ...days }: AuditFilter, before: string | null): Prisma.Sql {
  const { since, before: end } = spanOf({ who, action, subject, ...days }, config().SITE_TIMEZONE)
  const conditions = [Prisma.sql`TRUE`]
  if (before && /^\d{1,18}$/.test(before)) conditions.push(Prisma.sql`e."id" < ${before}::bigint`)
  if (who?.startsWith('name:')) conditions.push(Prisma.sql`e."actorId" IS NULL AND e."actorName" = ${who.slice('name:'.length)}`)
  else if (who) conditions.push(Prisma.sql`e."actorId" = ${who}`)
  if (action) conditions.push(Prisma.sql`e."action" = ${action}`)
  if (subject) conditions.push(Prisma.sql`e."subject" = ${subject}`)
  // The days are found by the index on time, and walked by id from there.
  if (since) {
    const early = new Date(Math.max(since.getTime() - LONGEST_TRANSACTION_MS, FIRST_MS))
    conditions.push(Prisma.sql`e."at" >= ${since} AND e."id" >= coalesce((
      SELECT f."id" FROM "AuditEntry" f WHERE f."at" >= ${early} ORDER BY f."at", f."id" LIMIT 1), 0)`)
  }
  if (end) {
    const late = new Date(Math.min(end.getTime() + LONGEST_TRANSACTION_MS, LAST_MS))
    conditions.push(Prisma.sql`e."at" < ${end} AND e."id" <= coalesce((
      SELECT l."id" FROM "AuditEntry" l WHERE l."at" < ${late} ORDER BY l."at" DESC, l."id" DESC LIMIT 1), 0)`)
  }
  return Prisma.join(conditions, ' AND ')
}

export interface AuditNames {
  /** every action there is a line of */
  actions: string[]
  /** everybody who may stand in the record */
  people: { id: string; name: string }[]
}

/** What the record can be filtered by. Each action costs one step in the index, however long the record is. */
export async function listAuditNames(): Promise<AuditNames> {
  const [actions, staff] = await Promise.all([
    db().$queryRaw<{ action: string }[]>`
      WITH RECURSIVE known AS (
        (SELECT "action" FROM "AuditEntry" ORDER BY "action" LIMIT 1)
        UNION ALL
        SELECT (SELECT e."action" FROM "AuditEntry" e WHERE e."action" > k."action" ORDER BY e."action" LIMIT 1)
        FROM known k WHERE k."action" IS NOT NULL)
      SELECT "action" FROM known WHERE "action" IS NOT NULL`,
    db().staff.findMany({
      orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
      select: { id: true, name: true },
    }),
  ])
  return { actions: actions.map(({ action }) => action), people: staff }
}

const A_WALK = 1_000

/** All of the record that fits, newest first, a thousand lines at a time. What is added meanwhile is not in it. */
export async function* walkAudit(filter: AuditFilter): AsyncGenerator<AuditLine[]> {
  let before: string | null = null
  do {
    const lines: AuditLine[] = await listAudit(filter, before, A_WALK)
    if (lines.length > 0) yield lines
    before = lines.length === A_WALK ? (lines.at(-1)?.id ?? null) : null
  } while (before)
}
