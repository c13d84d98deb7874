import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/server/db'
import { findArticle } from '@/server/queries/find-article'
import { listOverdueSchedules } from '@/server/queries/list-overdue-schedules'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { SYSTEM } from './actor'
import { cancelSchedule } from './cancel-schedule'
import {
  articleOf,
  deedsOf,
  noticesOf,
  openDesk,
  refusals,
  rewrite,
  signAs,
  type TestDesk,
  well,
  writeReady,
} from './desk-fixture'
import { publishArticle } from './publish-article'
import { publishDue } from './publish-due'
import { returnArticle } from './return-article'
import { runSchedule } from './run-schedule'
import { scheduleUnpublish } from './schedule-unpublish'
import { submitArticle } from './submit-article'
import { unpublishArticle } from './unpublish-article'
import { withdrawArticle } from './withdraw-article'

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase({ DATABASE_POOL_SIZE: '12' })
  desk = await openDesk()
})
afterAll(() => database.drop())

const HOUR_MS = 3_600_000
const soon = (ms = HOUR_MS) => new Date(Date.now() + ms)
const openOf = (articleId: string) => db().schedule.findMany({ where: { articleId, doneAt: null, canceledAt: null } })
/** As if its time had come `seconds` ago. */
async function comeDue(articleId: string, seconds = 0): Promise<number> {
  const [schedule] = await db().$queryRaw<{ id: number }[]>`
    UPDATE "Schedule" SET "at" = now() - ${seconds} * interval '1 second'
    WHERE "articleId" = ${articleId} AND "doneAt" IS NULL AND "canceledAt" IS NULL RETURNING "id"`
  return schedule?.id ?? 0
}
async function scheduled(): Promise<string> {
  const articleId = await writeReady(desk)
  well(await publishArticle(desk.chief, { articleId, at: soon() }))
  return articleId
}

it('is written down with the job that does it, once for a time that is asked for twice', async () => {
  const articleId = await writeReady(desk)
  const at = soon()
  await Promise.all([1, 2, 3].map(() => publishArticle(desk.chief, { articleId, at })))
  const [schedule] = await openOf(articleId)
  expect(schedule).toMatchObject({ action: 'publish', at, revision: 1, createdById: desk.chief.id })
  expect(await db().schedule.count({ where: { articleId } })).toBe(1)
  const jobs = await db().$queryRaw<{ at: Date }[]>`
    SELECT "start_after" AS "at" FROM pgboss.job WHERE "data" = ${JSON.stringify({ scheduleId: schedule?.id })}::jsonb`
  expect(jobs).toEqual([{ at }])
  expect(await articleOf(articleId)).toMatchObject({ publication: 'scheduled', publishedAt: at, waitingSince: null })
  expect((await deedsOf(articleId)).filter((deed) => deed === 'article.schedule')).toHaveLength(1)
})

it('does nothing before its time, and does it once however many servers ask', async () => {
  for (let round = 0; round < 10; round++) {
    const articleId = await scheduled()
    const [early] = await openOf(articleId)
    expect(await runSchedule(SYSTEM, early?.id ?? 0)).toBe('idle')
    const id = await comeDue(articleId)
    const runs = await Promise.all(Array.from({ length: 8 }, () => runSchedule(SYSTEM, id)))
    expect(runs.filter((run) => run === 'done')).toHaveLength(1)
    expect((await deedsOf(articleId)).filter((deed) => deed === 'article.publish')).toHaveLength(1)
    const { at } = await db().schedule.findUniqueOrThrow({ where: { id } })
    // It went out at the minute it was meant for, whenever the machine got round to it.
    expect(await articleOf(articleId)).toMatchObject({ publication: 'live', publishedAt: at, updatedAt: at, reviewRound: 2 })
    expect(await findArticle(articleId)).toMatchObject({ state: 'live' })
  }
})

it('moves to another time', async () => {
  const articleId = await scheduled()
  const at = soon(2 * HOUR_MS)
  well(await publishArticle(desk.chief, { articleId, at }))
  expect(await openOf(articleId)).toMatchObject([{ at }])
  expect((await articleOf(articleId)).publishedAt).toEqual(at)
  // At once after all.
  well(await publishArticle(desk.chief, { articleId }))
  expect(await openOf(articleId)).toEqual([])
  expect((await articleOf(articleId)).publication).toBe('live')
})

it('is called off, and what was ready waits for somebody again', async () => {
  const articleId = await scheduled()
  expect(refusals(await cancelSchedule(desk.editor, { articleId, action: 'publish' }))).toEqual(['denied.role'])
  well(await cancelSchedule(desk.chief, { articleId, action: 'publish' }))
  expect(await articleOf(articleId)).toMatchObject({ publication: 'unpublished', publishedAt: null, workflow: 'ready' })
  expect((await articleOf(articleId)).waitingSince).not.toBeNull()
  expect(refusals(await cancelSchedule(desk.chief, { articleId, action: 'publish' }))).toEqual(['schedule.none'])
  const id = await comeDue(articleId)
  expect(id).toBe(0)
})

it('never publishes a text that changed after it was signed: it says so instead', async () => {
  const articleId = await scheduled()
  await rewrite(desk.administrator, articleId, { headline: '河边的书店' })
  const id = await comeDue(articleId, 10)
  expect(await listOverdueSchedules()).toContain(id)
  expect(await publishDue(SYSTEM)).toBe(0)
  expect(await runSchedule(SYSTEM, id)).toBe('fault')
  expect(await runSchedule(SYSTEM, id)).toBe('idle')
  expect(await listOverdueSchedules()).not.toContain(id)
  expect(await openOf(articleId)).toMatchObject([{ fault: 'schedule.changed' }])
  expect(await findArticle(articleId)).toBeNull()
  expect(await publishDue(SYSTEM)).toBe(0)
  expect((await noticesOf(desk.chief, articleId)).filter((kind) => kind === 'late')).toHaveLength(1)
  // Signed anew, it goes out.
  await signAs(articleId, desk.editor, desk.otherEditor, desk.chief)
  well(await publishArticle(desk.chief, { articleId }))
  expect(await findArticle(articleId)).toMatchObject({ article: { headline: '河边的书店' } })
  expect(await openOf(articleId)).toEqual([])
})

it('is off when the text is returned or discarded from readers', async () => {
  const returned = await scheduled()
  well(await returnArticle(desk.chief, { articleId: returned, reason: '等回应' }))
  expect(await openOf(returned)).toEqual([])
  expect(await articleOf(returned)).toMatchObject({ publication: 'unpublished', workflow: 'returned' })
  const taken = await scheduled()
  well(await unpublishArticle(desk.chief, { articleId: taken }))
  expect(await articleOf(taken)).toMatchObject({ publication: 'unpublished', publishedAt: null })
})

it('puts a changed text in the place of the one readers have', async () => {
  const articleId = await writeReady(desk)
  const { at: first } = well(await publishArticle(desk.chief, { articleId }))
  await rewrite(desk.reporter, articleId, { headline: '书店周末开门' })
  well(await submitArticle(desk.reporter, { articleId }))
  await signAs(articleId, desk.editor, desk.otherEditor, desk.chief)
  well(await publishArticle(desk.chief, { articleId, at: soon() }))
  expect(await articleOf(articleId)).toMatchObject({ publication: 'live', liveRevision: 1, publishedAt: first })
  expect(await runSchedule(SYSTEM, await comeDue(articleId))).toBe('done')
  expect(await articleOf(articleId)).toMatchObject({ liveRevision: 2, publishedAt: first })
  expect(await findArticle(articleId)).toMatchObject({ article: { headline: '书店周末开门' } })
})

it('takes an article off at its time', async () => {
  const articleId = await writeReady(desk)
  expect(refusals(await scheduleUnpublish(desk.chief, { articleId, at: soon() }))).toEqual(['denied.state'])
  well(await publishArticle(desk.chief, { articleId }))
  expect(refusals(await scheduleUnpublish(desk.chief, { articleId, at: soon(-1) }))).toEqual(['schedule.past'])
  well(await scheduleUnpublish(desk.chief, { articleId, at: soon() }))
  well(await scheduleUnpublish(desk.chief, { articleId, at: soon(2 * HOUR_MS) }))
  expect(await openOf(articleId)).toHaveLength(1)
  expect(await runSchedule(SYSTEM, await comeDue(articleId))).toBe('done')
  expect(await articleOf(articleId)).toMatchObject({ publication: 'unpublished', workflow: 'ready' })
  expect(await findArticle(articleId)).toEqual({ state: 'offline' })
})

it('is not for after a withdrawal, nor before its publication', async () => {
  const articleId = await scheduled()
  expect(refusals(await scheduleUnpublish(desk.chief, { articleId, at: soon(HOUR_MS / 2) }))).toEqual([
    'schedule.before-publication',
  ])
  well(await scheduleUnpublish(desk.chief, { articleId, at: soon(3 * HOUR_MS) }))
  well(await publishArticle(desk.chief, { articleId }))
  well(await withdrawArticle(desk.chief, { articleId, reason: '事实有误', approver: '顾主编' }))
  expect(await openOf(articleId)).toEqual([])
})

it('leaves what an import scheduled to the clock alone', async () => {
  await insertArticle({ id: 'imported00', publication: 'scheduled', at: '2026-01-01T00:00:00Z' })
  expect(await publishDue(SYSTEM)).toBe(1)
  expect((await articleOf('imported00')).publication).toBe('live')
  await insertArticle({ id: 'imported01', publication: 'scheduled', at: '2100-01-01T00:00:00Z' })
  well(await cancelSchedule(desk.chief, { articleId: 'imported01', action: 'publish' }))
  expect(await articleOf('imported01')).toMatchObject({ publication: 'unpublished' })
})
