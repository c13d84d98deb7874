import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { findDeskDay } from './desk-day'

/** 18:30 on 24 November in Shanghai */
const NOW = new Date('2026-11-24T10:30:00Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

describe('the day view', () => {
  let database: TestDatabase
  let writer: StaffActor
  let editor: StaffActor
  let chief: StaffActor
  let sport: StaffActor

  const draft = async (id: string, data: object, categoryIds: number[]) => {
    if ('publication' in data) await insertArticle({ id, publication: 'scheduled' })
    else await db().article.createMany({ data: { id } })
    await db().article.updateMany({ where: { id }, data: { createdById: writer.id, ...data } })
    const written = { content: { categoryIds }, contentHash: id, headline: `稿件 ${id}`, plainText: '', characterCount: 0 }
    await db().draft.create({ data: { articleId: id, ...written, writerIds: [writer.id] }, select: { version: true } })
  }

  beforeAll(async () => {
    database = await createTestDatabase()
    await insertArticle({ id: 'live000001', at: '2026-11-24T01:00:00Z', categories: ['yaowen'] })
    await insertArticle({ id: 'live000002', at: '2026-11-23T15:59:00Z', categories: ['tiyu'] })
    const named = Object.fromEntries((await db().category.findMany()).map(({ slug, id }) => [slug, id]))
    const [yaowen, tiyu] = [named.yaowen ?? 0, named.tiyu ?? 0]
    writer = await insertStaff('林晓', 'reporter')
    editor = await insertStaff('李编辑', 'editor')
    chief = await insertStaff('赵主编', 'chief')
    sport = await insertStaff('孙体育', 'editor', [tiyu])
    await draft('wait000001', { workflow: 'first_review', waitingSince: minutesAgo(10) }, [yaowen])
    await draft('wait000002', { workflow: 'first_review', waitingSince: minutesAgo(90) }, [tiyu])
    await draft('wait000003', { workflow: 'final_review', waitingSince: minutesAgo(50) }, [yaowen])
    await draft('wait000004', { workflow: 'ready', waitingSince: minutesAgo(30) }, [yaowen])
    await draft('back000001', { workflow: 'returned', returnReason: '数字请再核对' }, [yaowen])
    await draft('mine000001', { workflow: 'draft', plannedFor: new Date('2026-11-24') }, [])
    await draft('gone000001', { workflow: 'draft', discardedAt: NOW }, [])
    await draft('sched00001', { workflow: 'ready', publication: 'scheduled', publishedAt: minutesAgo(-60) }, [yaowen])
    await draft('sched00002', { workflow: 'ready', publication: 'scheduled', publishedAt: minutesAgo(5) }, [yaowen])
    await draft(
      'urgent0001',
      {
        workflow: 'final_review',
        publication: 'live',
        publishedAt: minutesAgo(25),
        urgentAt: minutesAgo(20),
        waitingSince: minutesAgo(5),
      },
      [yaowen],
    )
    // an archive's article, begun by nobody here
    await insertArticle({ id: 'wait000005', at: '2026-11-01T00:00:00Z' })
    await db().article.updateMany({
      where: { id: 'wait000005' },
      data: { workflow: 'second_review', waitingSince: minutesAgo(5) },
    })
    await insertArticle({ id: 'import0001', publication: 'scheduled', at: '2026-11-24T11:00:00Z' })
    await db().schedule.createMany({
      data: [
        { articleId: 'sched00001', action: 'publish', at: minutesAgo(-60) },
        { articleId: 'sched00002', action: 'publish', at: minutesAgo(5), fault: '导语里的图片没有说明' },
        { articleId: 'live000001', action: 'unpublish', at: minutesAgo(-3000) },
        { articleId: 'live000002', action: 'unpublish', at: minutesAgo(60), canceledAt: NOW },
      ],
    })
    await db().articleReads.createMany({
      data: [
        { articleId: 'live000001', day: new Date('2026-11-24'), count: 5 },
        { articleId: 'live000001', day: new Date('2026-11-18'), count: 20 },
        { articleId: 'live000002', day: new Date('2026-11-23'), count: 24 },
        { articleId: 'live000002', day: new Date('2026-11-17'), count: 1_000 },
        { articleId: 'mine000001', day: new Date('2026-11-24'), count: 99 },
      ],
    })
    await db().importRun.create({ data: { archive: 'content', finishedAt: NOW, counts: { read: 3, created: 2 } } })
  })
  afterAll(() => database.drop())

  it('shows what waits for somebody, oldest first: reviews they may hold, and what they may publish', async () => {
    expect(ids((await findDeskDay(editor, NOW)).waiting)).toEqual(['wait000002', 'wait000001', 'wait000005'])
    expect(ids((await findDeskDay(chief, NOW)).waiting)).toEqual([
      'wait000002',
      'wait000003',
      'wait000004',
      'wait000001',
      'urgent0001',
      'wait000005',
    ])
    expect(ids((await findDeskDay(sport, NOW)).waiting)).toEqual(['wait000002'])
    expect((await findDeskDay(writer, NOW)).waiting).toEqual([])
  })

  it('is not hidden by what only others may do', async () => {
    const before = Array.from({ length: 40 }, (_, at) => `older${String(at).padStart(5, '0')}`)
    for (const [at, id] of before.entries()) {
      const workflow = at % 2 ? 'final_review' : 'ready'
      await draft(id, { workflow, waitingSince: minutesAgo(1_000 + at) }, [])
    }
    expect(ids((await findDeskDay(editor, NOW)).waiting)).toEqual(['wait000002', 'wait000001', 'wait000005'])
    await db().article.updateMany({ where: { id: { in: before } }, data: { discardedAt: NOW, waitingSince: null } })
  })

  it('takes away what somebody has signed a stage of', async () => {
    const signed = { articleId: 'wait000002', round: 1, stage: 'second', revision: 1, contentHash: 'x' } as const
    const { id } = await db().signature.create({ data: { ...signed, staffId: editor.id } })
    expect(ids((await findDeskDay(editor, NOW)).waiting)).toEqual(['wait000001', 'wait000005'])
    await db().signature.delete({ where: { id } })
  })

  it('gives a writer what came back, with the reason, and their drafts without what was discarded', async () => {
    const day = await findDeskDay(writer, NOW)
    expect(day.returned).toMatchObject([
      { id: 'back000001', note: '数字请再核对', headline: '稿件 back000001', category: 'yaowen' },
    ])
    expect(ids(day.drafts)).toEqual(['mine000001'])
    expect((await findDeskDay(chief, NOW)).returned).toEqual([])
  })

  it('tells what comes today from what is late, with and without a schedule of its own', async () => {
    const day = await findDeskDay(chief, NOW)
    expect(day.scheduled).toMatchObject([
      { id: 'import0001', action: 'publish' },
      { id: 'sched00001', action: 'publish' },
    ])
    expect(day.late).toMatchObject([{ id: 'sched00002', note: '导语里的图片没有说明' }])
    expect(ids((await findDeskDay(writer, NOW)).scheduled)).toEqual(['sched00001'])
    expect((await findDeskDay(sport, NOW)).late).toEqual([])
  })

  it('counts the day in the newsroom’s zone', async () => {
    const day = await findDeskDay(chief, NOW)
    expect(day.today).toBe('2026-11-24')
    expect(ids(day.published)).toEqual(['urgent0001', 'live000001'])
    expect(ids(day.urgent)).toEqual(['urgent0001'])
    expect(ids(day.planned)).toEqual(['mine000001'])
    expect(ids((await findDeskDay(sport, NOW)).published)).toEqual([])
  })

  it('sums seven days of reading, of what readers can see', async () => {
    const { mostRead } = await findDeskDay(writer, NOW)
    expect(mostRead.map(({ id, count }) => `${id} ${count}`)).toEqual(['live000001 25', 'live000002 24'])
    expect(mostRead[0]?.path).toBe('/2026/11/24/live000001')
  })

  it('shows editors the last import', async () => {
    expect((await findDeskDay(editor, NOW)).lastImport).toMatchObject({ archive: 'content', counts: { created: 2 } })
    expect((await findDeskDay(writer, NOW)).lastImport).toBeNull()
  })
})
