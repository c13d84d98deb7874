import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { correctArticle } from '@/server/commands/correct-article'
import { openDesk, refusals, type TestDesk, well, writeReady } from '@/server/commands/desk-fixture'
import { publishArticle } from '@/server/commands/publish-article'
import { uploadMedia } from '@/server/commands/upload-media'
import { withdrawArticle } from '@/server/commands/withdraw-article'
import { db } from '@/server/db'
import { readMigrations } from '@/server/migration-files'
import { deployMigrations, migrationStatus } from '@/server/migrations'
import { photo, streamOf } from '@/server/picture-fixture'
import { withSchemaEngine } from '@/server/schema-engine'
import { removeMedia } from '@/server/storage'
import { configure, createTestDatabase, type TestDatabase } from '@/server/test-database'
import { BackupWriter, readBackupFile } from './backup-file'
import { END_NAME, HEAD_NAME } from './backup-format'
import { checkBackup } from './check-backup'
import { restoreBackup } from './restore-backup'
import { countTable, isLeftOut, listTables, openClient } from './snapshot'
import { surveyDatabase } from './survey-database'
import { takeBackup } from './take-backup'
import { readMedia } from './write-media'

let paper: TestDatabase
let other: TestDatabase
let desk: TestDesk
let quiet: string
beforeAll(async () => {
  other = await createTestDatabase()
  paper = await createTestDatabase()
  desk = await openDesk()
  await writeFile(join(paper.dataDir, 'auth-secret'), 'a-secret-of-more-than-thirty-two-characters')
  const bytes = await photo(900, 600).jpeg().toBuffer()
  well(await uploadMedia(desk.reporter, { body: streamOf(bytes), sizeBytes: bytes.length, fileName: 'quay.jpg' }))
  const [corrected, gone] = [await writeReady(desk), await writeReady(desk, { headline: '撤下的\t“稿件”\n\\N' })]
  for (const articleId of [corrected, gone]) well(await publishArticle(desk.chief, { articleId }))
  well(await correctArticle(desk.chief, { articleId: corrected, wrong: '今日开通', right: '明日开通' }))
  well(await withdrawArticle(desk.chief, { articleId: gone, reason: '失实', approver: '陶管理', notice: '' }))
  quiet = join(paper.dataDir, 'quiet.tar.zst')
  await takeBackup({ file: quiet, url: paper.url, withMedia: true })
})
afterAll(async () => {
  await use(paper)
  await paper.drop()
  await use(other)
  await other.drop()
})

/** `config()` and `db()` are of this database from now on. */
const use = ({ url, dataDir }: TestDatabase) => configure({ LOG_LEVEL: 'silent', DATABASE_URL: url, DATA_DIR: dataDir })

/** A machine on which nothing ever ran. */
async function emptyMachine(): Promise<void> {
  await use(other)
  await sql(other.url, 'DROP SCHEMA public CASCADE; DROP SCHEMA IF EXISTS pgboss CASCADE; CREATE SCHEMA public')
  await rm(join(other.dataDir, 'media'), { recursive: true, force: true })
}

async function sql<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = await openClient(url, 'test')
  return await client.query<Row>(text).then(
    ({ rows }) => client.end().then(() => rows),
    (error) => client.end().then(() => Promise.reject(error)),
  )
}

/** Every row of every table that a backup takes along, but for the line that a restore adds to the record. */
async function everything(url: string) {
  const client = await openClient(url, 'test')
  try {
    const sums = []
    for (const table of await listTables(client)) {
      const lasting = !isLeftOut(table.name) && !['AuditEntry', 'AuditLink'].includes(table.name)
      if (lasting) sums.push(await countTable(client, table, table.columns))
    }
    const lines = `SELECT md5(string_agg(a::text || l::text, '' ORDER BY a."id")) AS "lines" FROM "AuditEntry" a
      JOIN "AuditLink" l ON l."entryId" = a."id" WHERE a."action" <> 'site.restore'`
    return { sums, record: (await client.query(lines)).rows }
  } finally {
    await client.end()
  }
}

/** All that makes the schema, in words. */
const shapeOf = (url: string) =>
  sql(
    url,
    `SELECT conrelid::regclass::text AS "on", conname::text AS "name", pg_get_constraintdef(oid) AS "is" FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT i.indrelid::regclass::text, c.relname::text, pg_get_indexdef(c.oid) FROM pg_index i
       JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace
     UNION ALL SELECT tgrelid::regclass::text, tgname::text || tgenabled::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT '', proname::text, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
     UNION ALL SELECT table_name::text, column_name::text, concat_ws(' ', udt_name, character_maximum_length, is_nullable, column_default,
       generation_expression) FROM information_schema.columns WHERE table_schema = 'public'
     ORDER BY 1, 2, 3`,
  )

it('a backup on an empty machine is the same paper, and the desk works on', async () => {
  await emptyMachine()
  const { end } = await checkBackup(quiet)
  const restored = await restoreBackup({ file: quiet, url: other.url })
  expect(restored).toMatchObject({ secret: 'restored', migrated: [], rendering: 1 })
  expect(await everything(other.url)).toEqual(await everything(paper.url))
  expect(await shapeOf(other.url)).toEqual(await shapeOf(paper.url))
  expect(await readFile(join(other.dataDir, 'auth-secret'), 'utf8')).toBe('a-secret-of-more-than-thirty-two-characters')
  const media = await db().media.findFirstOrThrow()
  const keys = [media.originalKey, ...(media.renditions as { key: string }[]).map(({ key }) => key)]
  expect(end.media).toMatchObject({ files: keys.length, missing: 0 })
  for (const key of keys) {
    const kept = await readMedia(key ?? '')
    expect(kept).toEqual(await readFile(join(paper.dataDir, 'media', key ?? '')))
  }
  const articleId = await writeReady(desk)
  well(await publishArticle(desk.chief, { articleId }))
  await expect(sql(other.url, `UPDATE "Revision" SET "headline" = 'x'`)).rejects.toThrow()
  expect(refusals(await publishArticle(desk.reporter, { articleId }))).not.toEqual([])
  const jobs = await sql(other.url, `SELECT 1 FROM pgboss.job WHERE "name" = 'media.render'`)
  expect(jobs).toHaveLength(1)
})

it('while everybody writes on, a backup is of one moment: what was acknowledged before is in it, nothing is half in it', async () => {
  await use(paper)
  const before: string[] = []
  let stop = false
  const work = async () => {
    while (!stop) {
      const articleId = await writeReady(desk)
      well(await publishArticle(desk.chief, { articleId }))
      if (!existsSync(`${file}.part`)) before.push(articleId)
    }
  }
  const file = join(paper.dataDir, 'busy.tar.zst')
  const writing = [work(), work()]
  await expect.poll(() => before.length, { timeout: 60_000 }).toBeGreaterThan(2)
  const acknowledged = [...before]
  await takeBackup({ file, url: paper.url, withMedia: true })
  stop = true
  await Promise.all(writing)
  await emptyMachine()
  await restoreBackup({ file, url: other.url })
  const ids = new Set((await db().article.findMany({ where: { publication: 'live' } })).map(({ id }) => id))
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
  const half = await sql(
    other.url,
    `SELECT a."id" FROM "Article" a WHERE a."publication" = 'live' AND (a."liveRevision" IS NULL OR NOT EXISTS (SELECT FROM "AuditEntry" e
      WHERE e."subject" = 'article:' || a."id" AND e."action" = 'article.publish'))`,
  )
  expect(half).toEqual([])
})

it('a file that is damaged, cut off, put together anew or from a later version is refused, and nothing is changed', async () => {
  await use(paper)
  const was = await everything(paper.url)
  const bytes = await readFile(quiet)
  const bad = join(paper.dataDir, 'bad.tar.zst')
  const sayOf = (work: Promise<unknown>) =>
    work.then(
      () => 'taken',
      ({ name, message }: Error) => `${name}: ${message}`,
    )
  const refusal = async (content: Buffer) => {
    await writeFile(bad, content)
    return await sayOf(checkBackup(bad))
  }
  for (const cut of [0, 3, 100, bytes.length >> 1, bytes.length - 44, bytes.length - 40, bytes.length - 1])
    expect(await refusal(bytes.subarray(0, cut)), String(cut)).toMatch(/SetupError: .*(damaged|no backup)/)
  for (let at = 4; at < bytes.length; at += bytes.length >> 4) {
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] ?? 0) ^ 16
    expect(await refusal(flipped), String(at)).toMatch(/SetupError: .*(damaged|no backup)/)
  }
  expect(await sayOf(restoreBackup({ file: bad, url: paper.url }))).toMatch(/damaged|no backup/)
  const rewrite = async (change: (name: string, bytes: Buffer) => Buffer | null) => {
    await rm(bad, { force: true })
    const writer = new BackupWriter(bad, new Date())
    let last = ''
    for await (const { name, bytes } of readBackupFile(quiet)) {
      if (name === END_NAME) last = bytes.toString()
      const changed = name === END_NAME ? null : change(name, bytes)
      if (changed) await writer.add(name, changed)
    }
    await writer.end(JSON.stringify({ ...JSON.parse(last), entries: writer.hash.count, sha256: writer.hash.digest() }))
    return await sayOf(restoreBackup({ file: bad, url: paper.url }))
  }
  const forged = (name: string, bytes: Buffer) =>
    name.includes('/Revision/') ? Buffer.from(bytes.toString().replace('书店', '书局')) : bytes
  expect(await rewrite(forged)).toMatch(/the table Revision is another/)
  expect(await rewrite((name, bytes) => (name.startsWith('media/') ? null : bytes))).toMatch(/picture/)
  expect(await rewrite((name, bytes) => (name.includes('/Revision/') ? null : bytes))).toMatch(/the table Revision is another/)
  const head = (more: object) => (name: string, bytes: Buffer) =>
    name === HEAD_NAME ? Buffer.from(JSON.stringify({ ...JSON.parse(bytes.toString()), ...more })) : bytes
  expect(await rewrite(head({ format: 2, tables: 'otherwise' }))).toMatch(/newer Broadsheet.*format 2/)
  expect(await rewrite(head({ migrations: ['20270101000000_later'] }))).toMatch(/newer Broadsheet.*20270101000000_later/)
  expect(await everything(paper.url)).toEqual(was)
})

it('the backup of an older version is restored as it was, then migrated', async () => {
  await emptyMachine()
  const list = readMigrations()
  const older = { ...list, migrationDirectories: list.migrationDirectories.slice(0, 2) }
  const filters = { externalTables: [], externalEnums: [] }
  await withSchemaEngine(other.url, (engine) => engine.applyMigrations({ migrationsList: older, filters }))
  await sql(
    other.url,
    `INSERT INTO "Article" ("id", "publication", "publishedAt", "liveRevision") VALUES ('old1old1', 'unpublished', '0099-02-03', NULL);
     INSERT INTO "Revision" ("articleId", "number", "headline", "bodyHtml", "plainText", "characterCount", "sanitizerVersion",
       "contentHash", "author", "reason") VALUES ('old1old1', 1, '旧稿', '<p>旧文</p>', '旧文', 2, 1, 'h', 'import', 'import');
     UPDATE "Article" SET "publication" = 'live', "liveRevision" = 1, "draftRevision" = 1`,
  )
  const file = join(other.dataDir, 'older.tar.zst')
  const { head } = await takeBackup({ file, url: other.url, withMedia: true })
  expect(head.migrations).toHaveLength(2)
  await sql(other.url, 'DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  const { migrated } = await restoreBackup({ file, url: other.url })
  expect(migrated).toHaveLength(list.migrationDirectories.length - 2)
  expect(await migrationStatus(other.url)).toEqual({ pending: [], unknown: [], failed: [], edited: [] })
  const { publishedAt, live } = await db().article.findUniqueOrThrow({ where: { id: 'old1old1' }, include: { live: true } })
  expect([publishedAt?.getUTCFullYear(), live?.bodyHtml]).toEqual([99, '<p>旧文</p>'])
})

it('a picture that is gone is named and counted, in the backup and when it is restored', async () => {
  await use(paper)
  const { originalKey } = await db().media.findFirstOrThrow()
  await removeMedia(originalKey ?? '')
  const file = join(paper.dataDir, 'gone.tar.zst')
  const { end } = await takeBackup({ file, url: paper.url, withMedia: true })
  expect(end.media).toMatchObject({ files: 1, missing: 1, missingKeys: [originalKey] })
  expect((await checkBackup(file)).end.media.missing).toBe(1)
})

it('a backup that cannot be written leaves no file', async () => {
  await use(paper)
  await expect(takeBackup({ file: '/dev/full/x', url: paper.url, withMedia: true })).rejects.toThrow()
  await expect(takeBackup({ file: quiet, url: paper.url, withMedia: true })).rejects.toThrow(/is there already/)
  const file = join(paper.dataDir, 'stopped.tar.zst')
  await expect(takeBackup({ file, url: paper.url, withMedia: true, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
  expect([existsSync(file), existsSync(`${file}.part`), existsSync(`${file}.keys.part`)]).toEqual([false, false, false])
})

it('says whose database it is, who works on it and what is in it', async () => {
  const client = await openClient(paper.url, 'test')
  const site = new Client({ connectionString: paper.url, application_name: 'broadsheet bus' })
  await site.connect()
  const survey = await surveyDatabase(client)
  expect(survey).toMatchObject({ isForeign: false, isEmpty: false })
  expect(survey.users).toContain('broadsheet bus')
  expect(survey.rows).toContainEqual({ table: 'Media', count: 1 })
  await site.end()
  await client.end()
  await emptyMachine()
  await deployMigrations(other.url)
  const empty = await openClient(other.url, 'test')
  expect(await surveyDatabase(empty)).toMatchObject({ isForeign: false, isEmpty: true, rows: [] })
  await empty.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE "orders" ("id" int)')
  expect(await surveyDatabase(empty)).toMatchObject({ isForeign: true })
  await empty.end()
})
