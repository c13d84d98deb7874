import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MigrationDatabase } from './migration-database'
import { readMigrations } from './migration-files'
import { createMigration, deployMigrations, migrationStatus, resolveMigration, schemaDrift } from './migrations'
import { createTestDatabase, type TestDatabase } from './test-database'

const names = readMigrations().migrationDirectories.map(({ path }) => path)
const last = names.at(-1) ?? ''
const CLEAN = { pending: [], unknown: [], failed: [], edited: [] }

describe('migrations', () => {
  let database: TestDatabase
  let client: Client
  beforeAll(async () => {
    database = await createTestDatabase()
    client = new Client({ connectionString: database.url })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await database.drop()
  })
  beforeEach(() => emptyDatabase())

  const emptyDatabase = () => client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')

  it('are applied once, whoever asks at the same time', async () => {
    expect(await migrationStatus(database.url)).toEqual({ ...CLEAN, pending: names })
    const applied = await Promise.all([1, 2, 3].map(() => deployMigrations(database.url)))
    expect(applied.flat()).toEqual(names)
    expect(await deployMigrations(database.url)).toEqual([])
    expect(await migrationStatus(database.url)).toEqual(CLEAN)
  })

  it('lead to schema.prisma', async () => {
    expect(await schemaDrift(database.url)).toBeNull()
    expect(await createMigration(database.url, 'nothing_new')).toEqual({ state: 'in-sync' })
  })

  it('that failed stop the next deployment until someone says what became of them', async () => {
    await deployMigrations(database.url)
    await client.query(`UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0 WHERE migration_name = $1`, [
      last,
    ])
    expect(await migrationStatus(database.url)).toMatchObject({ failed: [last] })
    await expect(deployMigrations(database.url)).rejects.toThrow(last)
    await resolveMigration(database.url, last, 'applied')
    expect(await migrationStatus(database.url)).toEqual(CLEAN)
    expect(await deployMigrations(database.url)).toEqual([])
  })

  it('that were edited since, or of which one is missing, are no longer taken for applied', async () => {
    await deployMigrations(database.url)
    await client.query(`DELETE FROM _prisma_migrations WHERE migration_name = $1`, [last])
    await expect(deployMigrations(database.url)).rejects.toThrow(last)
    await resolveMigration(database.url, last, 'applied')
    await client.query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1`, [last])
    await expect(deployMigrations(database.url)).rejects.toThrow(last)
  })

  it('that were edited, or come from a newer version, are told', async () => {
    await deployMigrations(database.url)
    await client.query(`UPDATE _prisma_migrations SET checksum = 'other' WHERE migration_name = $1`, [last])
    expect(await migrationStatus(database.url)).toMatchObject({ edited: [last] })
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ('x', 'x', now(), '30000101000000_later', 1)`,
    )
    expect(await migrationStatus(database.url)).toMatchObject({ unknown: ['30000101000000_later'] })
  })

  it('refuse a database that is not empty and not ours', async () => {
    await client.query('CREATE TABLE guests (name text)')
    await expect(deployMigrations(database.url)).rejects.toThrow(/not empty/)
  })

  it('leave no shadow database behind', async () => {
    await schemaDrift(database.url)
    const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'broadsheet_shadow%'`)
    expect(rows).toEqual([])
  })
})

describe('a migration script', () => {
  let database: TestDatabase
  const scripts = async (script: string) => {
    const factory = new MigrationDatabase(database.url)
    try {
      await (await factory.connect()).executeScript(script)
    } finally {
      await factory.close()
    }
  }
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  it('keeps the semicolons of functions and literals', async () => {
    await scripts(
      `CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 'a;b'; END $$; CREATE TABLE t (a text DEFAULT ';')`,
    )
    await scripts('DROP FUNCTION f(); DROP TABLE t')
  })

  it('that fails leaves nothing', async () => {
    await expect(scripts('CREATE TABLE half (a int); SELECT 1/0')).rejects.toThrow()
    await scripts('CREATE TABLE half (a int)')
  })
})
