import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { instantOfWallTime } from '@/newsroom/desk/wall-time'
import { db } from '@/server/db'
import { listOverdueSchedules } from '@/server/queries/list-overdue-schedules'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { SYSTEM } from './actor'
import { articleOf, deedsOf, openDesk, type TestDesk, well, writeReady } from './desk-fixture'
import { publishArticle } from './publish-article'
import { msUntilDue, publishDue } from './publish-due'
import { runSchedule } from './run-schedule'

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase({ DATABASE_POOL_SIZE: '12' })
  desk = await openDesk()
})
afterEach(() => vi.useRealTimers())
afterAll(() => database.drop())

const HOUR_MS = 3_600_000
const scheduleOf = async (articleId: string) =>
  await db().schedule.findFirstOrThrow({ where: { articleId, canceledAt: null }, select: { id: true, at: true } })
/** What the database's clock makes of a time is how far from now it is: to set the one is to move the other. */
async function isNowAt(id: number, seconds: number): Promise<void> {
  await db().$executeRaw`UPDATE "Schedule" SET "at" = clock_timestamp() + ${seconds} * interval '1 second' WHERE "id" = ${id}`
}
const runs = async (id: number) => (await Promise.all([1, 2, 3].map(() => runSchedule(SYSTEM, id)))).sort()
const published = async (articleId: string) => (await deedsOf(articleId)).filter((deed) => deed === 'article.publish').length

it.each([
  ['in the hour that is left out', '2027-03-14T02:30', 'America/New_York', '2027-03-14T07:30:00.000Z'],
  ['in the hour that comes twice', '2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00.000Z'],
  ['on a leap day', '2028-02-29T23:59', 'Asia/Shanghai', '2028-02-29T15:59:00.000Z'],
  ['at the end of a year', '2026-12-31T23:59', 'Pacific/Kiritimati', '2026-12-31T09:59:00.000Z'],
])('what is scheduled %s goes out at that instant, once', async (_, text, zone, instant) => {
  const articleId = await writeReady(desk)
  const at = instantOfWallTime(text, zone)
  well(await publishArticle(desk.chief, { articleId, at: at ?? new Date(0) }))
  const schedule = await scheduleOf(articleId)
  expect(schedule.at.toISOString()).toBe(instant)
  const jobs = await db().$queryRaw<{ at: Date }[]>`
    SELECT "start_after" AS "at" FROM pgboss.job WHERE "data" = ${JSON.stringify({ scheduleId: schedule.id })}::jsonb`
  expect(jobs).toEqual([{ at: schedule.at }])
  expect(await runs(schedule.id)).toEqual(['idle', 'idle', 'idle'])
  await isNowAt(schedule.id, 0)
  expect(await runs(schedule.id)).toEqual(['done', 'idle', 'idle'])
  expect(await published(articleId)).toBe(1)
})

it('a clock set back an hour before the time or after it neither loses nor repeats anything', async () => {
  const articleId = await writeReady(desk)
  well(await publishArticle(desk.chief, { articleId, at: new Date(Date.now() + HOUR_MS) }))
  const { id } = await scheduleOf(articleId)
  // It had come, and then the clock was set back: not yet, after all.
  await isNowAt(id, -1)
  await isNowAt(id, 3_599)
  expect([await runs(id), await listOverdueSchedules()]).toEqual([['idle', 'idle', 'idle'], []])
  await isNowAt(id, 0)
  expect(await runs(id)).toEqual(['done', 'idle', 'idle'])
  // Set back once it was done, the time comes again, and was done all the same.
  await isNowAt(id, 3_600)
  expect(await runs(id)).toEqual(['idle', 'idle', 'idle'])
  await isNowAt(id, -60)
  expect([await runs(id), await listOverdueSchedules()]).toEqual([['idle', 'idle', 'idle'], []])
  expect([await published(articleId), (await articleOf(articleId)).publication]).toEqual([1, 'live'])
})

it.each([-HOUR_MS, HOUR_MS])(
  'a server whose own clock is %i ms off does what is due by the database, and nothing else',
  async (off) => {
    const soon = new Date(Date.now() + HOUR_MS / 2)
    const id = off < 0 ? 'clockback01' : 'clockahead1'
    const articleId = await writeReady(desk)
    well(await publishArticle(desk.chief, { articleId, at: soon }))
    await insertArticle({ id, publication: 'scheduled', at: soon.toISOString() })
    const { id: scheduleId } = await scheduleOf(articleId)
    vi.useFakeTimers({ now: Date.now() + off, toFake: ['Date'] })
    expect(await msUntilDue()).toBeGreaterThan(0)
    expect([await publishDue(SYSTEM), await runSchedule(SYSTEM, scheduleId)]).toEqual([0, 'idle'])
    await isNowAt(scheduleId, -1)
    await db().$executeRaw`UPDATE "Article" SET "publishedAt" = now() - interval '1 second' WHERE "id" = ${id}`
    expect(await msUntilDue()).toBeLessThanOrEqual(0)
    expect([await publishDue(SYSTEM), await publishDue(SYSTEM)]).toEqual([1, 0])
    expect(await runs(scheduleId)).toEqual(['done', 'idle', 'idle'])
  },
)
