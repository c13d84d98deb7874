import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { sortKeyOf } from '@/newsroom/slug'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { findMeant } from './find-meant'
import { frequentWords } from './frequent-words'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await insertArticle({ id: 'publicone01', headline: '灌溉渠道通水', source: '新乡日报', tags: ['航天'] })
  await insertArticle({ id: 'publictwo02', headline: '灌溉面积增加' })
  await insertArticle({ id: 'publicsix06', headline: '孤零零的蒲公英' })
  await insertArticle({ id: 'hiddendraft', headline: '密云密云', tags: ['秘闻'], publication: 'unpublished' })
  await insertArticle({ id: 'hiddendraf2', headline: '密云水库', publication: 'unpublished' })
  for (const table of [Prisma.sql`"Source"`, Prisma.sql`"Tag"`]) {
    for (const { id, name } of await db().$queryRaw<{ id: number; name: string }[]>`SELECT "id", "name" FROM ${table}`)
      await db().$executeRaw`UPDATE ${table} SET "sortKey" = ${sortKeyOf(name)} WHERE "id" = ${id}`
  }
})
afterAll(async () => await database.drop())

test.each([
  [['新香日报'], ['新乡日报']],
  [
    ['杭天', '关盖'],
    ['航天', '灌溉'],
  ],
  [['新乡日报'], null],
  // Neither what only drafts say, nor what stood in one headline once.
  [['米云'], null],
  [['米文'], null],
  [['朴公英'], null],
  [['xinxiang'], null],
  [[], null],
])('%j means %j', async (words, meant) => expect(await findMeant(words)).toEqual(meant))

it('reads the headlines anew after ten minutes, not with every question', async () => {
  const words = await frequentWords(Date.now())
  expect(await frequentWords(Date.now() + 60_000)).toBe(words)
  expect(await frequentWords(Date.now() + 3_600_000)).not.toBe(words)
})
