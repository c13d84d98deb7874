import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '@/server/commands/actor'
import { openDesk, publishableText, well, write } from '@/server/commands/desk-fixture'
import { publishArticle } from '@/server/commands/publish-article'
import { db } from '@/server/db'
import { deployMigrations, migrationStatus } from '@/server/migrations'
import { verifyAudit } from '@/server/queries/verify-audit'
import { prepareQueues } from '@/server/queue'
import { configure, createTestDatabase, type TestDatabase } from '@/server/test-database'
import { makeSiteRole, type SiteRole } from './site-role-fixture'

// What else the site does with these rights: newsroom-model.test.ts does all of it with them.
let database: TestDatabase
let role: SiteRole
beforeAll(async () => {
  database = await createTestDatabase()
  role = await makeSiteRole(database.url)
  await configure({ LOG_LEVEL: 'silent', DATABASE_URL: role.url, DATA_DIR: database.dataDir })
})
afterAll(async () => {
  await configure({ LOG_LEVEL: 'silent', DATABASE_URL: database.url, DATA_DIR: database.dataDir })
  await role.drop()
  await database.drop()
})

it('a site without rights over the record starts, and publishes', async () => {
  expect(await deployMigrations(role.url)).toEqual([])
  expect(await migrationStatus(role.url)).toEqual({ pending: [], unknown: [], failed: [], edited: [] })
  await prepareQueues(role.url)
  const desk = await openDesk()
  well(await publishArticle(SYSTEM, { articleId: await write(desk.administrator, publishableText(desk.categories[0])) }))
  expect(await verifyAudit(db(), [])).toMatchObject({ number: BigInt(await db().auditEntry.count()), fault: null })
})

it.each([
  'UPDATE "AuditEntry" SET "label" = \'\'',
  'DELETE FROM "AuditEntry"',
  'TRUNCATE "AuditEntry" CASCADE',
  'UPDATE "Revision" SET "headline" = \'\'',
  'DELETE FROM "Revision"',
  'UPDATE "AuditLink" SET "hash" = \'\'',
  'INSERT INTO "AuditLink" VALUES (1, 1, \'\')',
  'SELECT link_audit_entry(e) FROM "AuditEntry" e',
  'ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL',
  'DROP TRIGGER "AuditEntry_linked" ON "AuditEntry"',
  'SET session_replication_role = replica',
  'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
])('it cannot %s', async (sql) => {
  await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(/permission denied|must be owner/)
})
