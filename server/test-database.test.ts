import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { config } from './config'
import { db } from './db'
import { createTestDatabase, type TestDatabase } from './test-database'

describe('a test database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  it('is migrated, empty and this process’ own', async () => {
    expect(config()).toMatchObject({ DATABASE_URL: database.url, DATA_DIR: database.dataDir })
    expect(await db().article.count()).toBe(0)
    const source = await db().source.create({ data: { name: '新乡日报', slug: 'xinxiangribao' } })
    expect(await db().source.findUnique({ where: { id: source.id } })).toMatchObject({ name: '新乡日报' })
  })

  it('keeps instants as they are, whatever zone the process runs in', async () => {
    expect(new Date(2022, 1, 8).getTimezoneOffset()).toBe(210)
    const [row] = await db().$queryRaw<{ at: Date }[]>`SELECT '2022-02-08 10:34:53+08'::timestamptz AS at`
    expect(row?.at.toISOString()).toBe('2022-02-08T02:34:53.000Z')
  })
})
