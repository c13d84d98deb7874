import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { POPULAR } from '@/newsroom/cache-tags'
import { db } from '@/server/db'
import { listPopular } from '@/server/queries/list-popular'
import { withRenderScope } from '@/server/render-scope'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { reckonPopular } from './reckon-popular'

const NOW = new Date('2026-11-23T06:00:00+08:00')
const [A, B, C, GONE] = ['aaaaaaaaa1', 'aaaaaaaaa2', 'aaaaaaaaa3', 'aaaaaaaaa4']

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ SITE_TIMEZONE: 'Asia/Shanghai' })
  for (const id of [A, B, C]) await insertArticle({ id, at: '2026-11-20T02:00:00Z' })
  await insertArticle({ id: GONE, publication: 'withdrawn' })
})
afterAll(async () => await database.drop())
beforeEach(async () => {
  await db().articleReads.deleteMany()
})

const read = async (articleId: string, day: string, count: number) =>
  await db().articleReads.create({ data: { articleId, day: new Date(day), count } })
const idsOf = async () => {
  const { day, week } = await listPopular(10)
  return { day: day.map(({ id }) => id), week: week.map(({ id }) => id) }
}
const told = async () => await db().busEvent.count({ where: { tags: { has: POPULAR } } })

describe('reckonPopular', () => {
  it('ranks by the last day and the last week, without what is withdrawn or hardly read', async () => {
    await read(A, '2026-11-23', 30)
    await read(B, '2026-11-22', 48)
    await read(C, '2026-11-19', 90)
    await read(GONE, '2026-11-23', 500)
    expect(await reckonPopular(NOW)).toBe(true)
    // Three quarters of yesterday's 48 are 36.
    expect(await idsOf()).toEqual({ day: [B, A], week: [C, B, A] })
    await read(A, '2026-11-22', 9)
    await db().articleReads.updateMany({ where: { articleId: B }, data: { count: 2 } })
    await reckonPopular(NOW)
    expect(await idsOf()).toEqual({ day: [A], week: [C, A] })
  })

  it('tells the pages only when the order has changed, several processes or not', async () => {
    await read(A, '2026-11-23', 30)
    await reckonPopular(NOW)
    const before = await told()
    await db().articleReads.updateMany({ data: { count: 31 } })
    expect(await Promise.all([reckonPopular(NOW), reckonPopular(NOW)])).toEqual([false, false])
    expect(await told()).toBe(before)
    await read(B, '2026-11-23', 40)
    expect((await Promise.all([reckonPopular(NOW), reckonPopular(NOW)])).filter(Boolean)).toEqual([true])
    expect(await told()).toBe(before + 1)
  })

  it('a page that shows it depends on the list and on every article in it', async () => {
    await read(A, '2026-11-23', 30)
    await reckonPopular(NOW)
    const { scope } = await withRenderScope(async () => await listPopular(5))
    expect([...scope.tags]).toEqual(expect.arrayContaining([POPULAR, `article:${A}`]))
  })
})
