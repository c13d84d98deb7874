import type { Tx } from '@/server/db'
import type { Dice } from '@/server/test-dice'

/** What somebody with all rights over the database does to the record; answers what it was. */
type Tampering = (tx: Tx, dice: Dice) => Promise<string>

const number = async (tx: Tx, dice: Dice, least = 1) => {
  const [row] = await tx.$queryRaw<{ most: bigint }[]>`SELECT max("number") AS "most" FROM "AuditLink"`
  return least + dice.below(Number(row?.most ?? 0n) - least + 1)
}
const run = (tx: Tx, sql: string, ...values: unknown[]) => tx.$executeRawUnsafe(sql, ...values)
const ENTRY = '"id" = (SELECT "entryId" FROM "AuditLink" WHERE "number" = $1)'

const CHANGES = [
  `"at" = "at" - interval '1 millisecond'`,
  `"actorId" = 'somebody-else'`,
  `"actorName" = '某人'`,
  `"action" = 'article.nothing'`,
  `"subject" = "subject" || '0'`,
  `"label" = "label" || ' '`,
  `"before" = CASE WHEN "before" IS NULL THEN 'null'::jsonb END`,
  `"after" = jsonb_build_object('was', "after")`,
  `"address" = '192.0.2.1'`,
  `"userAgent" = ''`,
]

export const TAMPERINGS: Record<string, Tampering> = {
  async change(tx, dice) {
    const [at, change] = [await number(tx, dice), dice.one(CHANGES) ?? '']
    await run(tx, `UPDATE "AuditEntry" SET ${change} WHERE ${ENTRY}`, at)
    return `${at}: ${change}`
  },
  async 'delete an entry'(tx, dice) {
    const at = await number(tx, dice)
    await run(tx, `DELETE FROM "AuditEntry" WHERE ${ENTRY}`, at)
    return `${at}`
  },
  async 'delete an entry with its link'(tx, dice) {
    const at = await number(tx, dice)
    await run(tx, `DELETE FROM "AuditEntry" WHERE ${ENTRY}`, at)
    await run(tx, 'DELETE FROM "AuditLink" WHERE "number" = $1', at)
    return `${at}`
  },
  async 'delete an entry and count anew'(tx, dice) {
    const at = await number(tx, dice)
    await run(tx, `DELETE FROM "AuditEntry" WHERE ${ENTRY}`, at)
    await run(tx, 'DELETE FROM "AuditLink" WHERE "number" = $1', at)
    await run(tx, 'UPDATE "AuditLink" SET "number" = "number" + 1000000 WHERE "number" > $1', at)
    await run(tx, 'UPDATE "AuditLink" SET "number" = "number" - 1000001 WHERE "number" > 1000000')
    return `${at}`
  },
  async 'change and link anew'(tx, dice) {
    const [at, change] = [await number(tx, dice), dice.one(CHANGES) ?? '']
    await run(tx, `UPDATE "AuditEntry" SET ${change} WHERE ${ENTRY}`, at)
    await linkAnew(tx)
    return `${at}: ${change}`
  },
  async 'delete and link anew'(tx, dice) {
    const at = await number(tx, dice)
    await run(tx, `DELETE FROM "AuditEntry" WHERE ${ENTRY}`, at)
    await linkAnew(tx)
    return `${at}`
  },
  async reorder(tx, dice) {
    const [one, other] = await two(tx, dice)
    await run(
      tx,
      'UPDATE "AuditLink" SET "number" = CASE "number" WHEN $1 THEN 1000000 + $2 ELSE 1000000 + $1 END WHERE "number" IN ($1, $2)',
      one,
      other,
    )
    await run(tx, 'UPDATE "AuditLink" SET "number" = "number" - 1000000 WHERE "number" > 1000000')
    return `${one}, ${other}`
  },
  async 'exchange ids'(tx, dice) {
    const [one, other] = await two(tx, dice)
    const ids = await tx.$queryRaw<{ entryId: bigint }[]>`
      SELECT "entryId" FROM "AuditLink" WHERE "number" IN (${one}, ${other}) ORDER BY "number"`
    const [a, b] = ids.map(({ entryId }) => Number(entryId))
    await run(tx, 'UPDATE "AuditEntry" SET "id" = CASE "id" WHEN $1 THEN -$2 ELSE -$1 END WHERE "id" IN ($1, $2)', a, b)
    await run(tx, 'UPDATE "AuditEntry" SET "id" = -"id" WHERE "id" < 0')
    return `${one}, ${other}`
  },
  async 'cut the end off'(tx, dice) {
    const at = await number(tx, dice)
    await run(tx, 'DELETE FROM "AuditEntry" WHERE "id" IN (SELECT "entryId" FROM "AuditLink" WHERE "number" >= $1)', at)
    await run(tx, 'DELETE FROM "AuditLink" WHERE "number" >= $1', at)
    return `from ${at}`
  },
  async 'empty it'(tx) {
    await run(tx, 'TRUNCATE "AuditEntry", "AuditLink"')
    return 'all'
  },
  async 'slip one in'(tx, dice) {
    await run(
      tx,
      `INSERT INTO "AuditEntry" ("at", "actorName", "action", "subject", "label") VALUES ($1, 'x', 'article.sign', 'article:1', '')`,
      new Date(Date.UTC(2026, dice.below(11), 1)),
    )
    return 'one'
  },
  async 'change a hash'(tx, dice) {
    const at = await number(tx, dice)
    await run(tx, `UPDATE "AuditLink" SET "hash" = repeat('ab', 32) WHERE "number" = $1`, at)
    return `${at}`
  },
}

async function two(tx: Tx, dice: Dice): Promise<[number, number]> {
  const one = await number(tx, dice, 2)
  return [one - 1 - dice.below(one - 1), one]
}

/** As the database itself would, with its own function. */
async function linkAnew(tx: Tx): Promise<void> {
  await run(tx, 'TRUNCATE "AuditLink"')
  await run(tx, 'SELECT link_audit_entry(e) FROM (SELECT * FROM "AuditEntry" ORDER BY "id") e')
}
