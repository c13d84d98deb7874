import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readHead } from '@/newsroom/desk/audit-chain'
import { headsFile, readHeads } from '@/server/audit-heads'
import { OPERATOR, SYSTEM } from '@/server/commands/actor'
import { createTag } from '@/server/commands/create-tag'
import { recordAudit } from '@/server/commands/record-audit'
import { transact } from '@/server/commands/transact'
import { db, type Tx } from '@/server/db'
import { anchorAudit } from '@/server/jobs/anchor-audit'
import { verifyAudit } from '@/server/queries/verify-audit'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { Dice } from '@/server/test-dice'
import { insertStaff } from '@/server/test-staff'
import { ROOT } from './root'
import { TAMPERINGS } from './tampering-fixture'

const SEED = 20_261_130
const TRIES = 100
const MIGRATION = join(ROOT, 'prisma', 'migrations', '20261203170000_audit_chain', 'migration.sql')

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => rm(headsFile(), { force: true }))

const entries = () => db().auditEntry.count()
const verdict = async () => await verifyAudit(db(), await readHeads())

it('deeds done at once make one chain, in the order they were committed', async () => {
  const chief = await insertStaff('顾主编', 'chief')
  await Promise.all(Array.from({ length: 24 }, (_, index) => createTag(index % 2 ? chief : SYSTEM, { name: `标签 ${index}` })))
  // As the version before this one did it, and whoever else writes SQL.
  await db()
    .$executeRaw`INSERT INTO "AuditEntry" ("actorName", "action", "subject", "label") VALUES ('old', 'tag.create', 'tag:9', '')`
  expect(await verdict()).toMatchObject({ number: BigInt(await entries()), fault: null })
  const [{ count } = { count: 0n }] = await db().$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM "AuditLink"`
  expect(Number(count)).toBe(await entries())
})

it('a deed that was not done is not in it, and two of one transaction are', async () => {
  const before = await entries()
  const twice = (tx: Tx) =>
    recordAudit(tx, OPERATOR, { action: 'tag.create', subject: 'tag:1', after: { name: '“河”\\ \u0001' } })
  await expect(
    transact(async (tx) => {
      await twice(tx)
      throw new Error('not done')
    }),
  ).rejects.toThrow('not done')
  await transact(async (tx) => {
    await twice(tx)
    await twice(tx)
  })
  expect(await entries()).toBe(before + 2)
  expect(await verdict()).toMatchObject({ number: BigInt(before + 2), fault: null })
})

it('nobody changes the chain by mistake', async () => {
  for (const sql of ['UPDATE "AuditLink" SET "number" = "number" + 100', 'DELETE FROM "AuditLink"', 'TRUNCATE "AuditLink"'])
    await expect(db().$executeRawUnsafe(sql), sql).rejects.toThrow('append-only')
})

describe('where the record ends is kept outside of it', () => {
  it('once, while nothing is added', async () => {
    await anchorAudit()
    await anchorAudit()
    const [line, ...more] = (await readFile(headsFile(), 'utf8')).trim().split('\n')
    expect(more).toEqual([])
    expect(readHead(line ?? '')).toMatchObject({ number: BigInt(await entries()) })
  })

  it('and what is there already is not talked over', async () => {
    await writeFile(headsFile(), `2026-11-30T02:00:00.000Z 2 ${'ab'.repeat(32)}\n`)
    await anchorAudit()
    expect(await readHeads()).toHaveLength(1)
    expect((await verdict()).fault).toMatchObject({ kind: 'rewritten', number: 2n })
  })
})

it(`${TRIES} times somebody with all rights changes the record, and each time it is found`, async () => {
  await anchorAudit()
  const heads = await readHeads()
  const dice = new Dice(SEED)
  const kinds = Object.entries(TAMPERINGS)
  const missed: string[] = []
  const found = new Set<string>()
  class Enough extends Error {}
  for (let index = 0; index < TRIES; index++) {
    const [name = '', tampering] = kinds[index % kinds.length] ?? []
    await transact(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      const what = await tampering?.(tx, dice)
      const { fault } = await verifyAudit(tx, heads)
      if (fault) found.add(fault.kind)
      else missed.push(`${name} ${what}`)
      throw new Enough()
    }).catch((error: unknown) => {
      if (!(error instanceof Enough)) throw error
    })
  }
  expect(missed, `seed ${SEED}`).toEqual([])
  expect([...found].sort()).toEqual(['changed', 'cut', 'deleted', 'rewritten', 'slipped-in'])
  expect(await verdict()).toMatchObject({ fault: null })
})

it('a record from before there was a chain is linked by the migration, while others write', async () => {
  const client = new Client({ connectionString: database.url })
  const other = new Client({ connectionString: database.url })
  await Promise.all([client.connect(), other.connect()])
  try {
    await client.query(`DROP TRIGGER "AuditEntry_linked" ON "AuditEntry"; DROP TABLE "AuditLink";
      DROP FUNCTION link_new_audit_entry(), link_audit_entry, audit_text`)
    // Begun before the migration, ended after its first walk: it is linked with what came meanwhile.
    await other.query(
      `BEGIN; INSERT INTO "AuditEntry" ("actorName", "action", "subject", "label") VALUES ('late', 'tag.create', 'tag:9', '')`,
    )
    const migrated = client.query(readFileSync(MIGRATION, 'utf8'))
    const isWaiting = async () =>
      (await db().$queryRaw<object[]>`SELECT FROM pg_locks WHERE NOT "granted" AND "relation" = '"AuditEntry"'::regclass`)
        .length > 0
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20))
    await other.query('COMMIT')
    await migrated
    expect(await verifyAudit(db(), [])).toMatchObject({ number: BigInt(await entries()), fault: null })
  } finally {
    await Promise.all([client.end(), other.end()])
  }
})
