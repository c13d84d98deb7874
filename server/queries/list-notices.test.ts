import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { markNoticesRead } from '@/server/commands/mark-notices-read'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { countUnread, listNotices } from './list-notices'

describe('notices', () => {
  let database: TestDatabase
  let writer: StaffActor
  let other: StaffActor

  beforeAll(async () => {
    database = await createTestDatabase()
    await insertArticle({ id: 'live000001', headline: '新馆开放' })
    writer = await insertStaff('林晓')
    other = await insertStaff('周野')
    const notice = (staff: StaffActor, kind: string, rest: object = {}) => ({ staffId: staff.id, kind, ...rest })
    await db().notice.createMany({
      data: [
        notice(writer, 'returned', { articleId: 'live000001', from: '李编辑', text: '数字请核对' }),
        notice(writer, 'mentioned'),
        notice(writer, 'late'),
        notice(other, 'signed'),
      ],
    })
  })
  afterAll(() => database.drop())

  it('are one’s own, newest first, page by page, with what the article is called', async () => {
    const [late, mentioned] = await listNotices(writer, null, 2)
    expect([late?.kind, mentioned?.kind]).toEqual(['late', 'mentioned'])
    expect(await listNotices(writer, mentioned?.id)).toMatchObject([
      { kind: 'returned', headline: '新馆开放', from: '李编辑', text: '数字请核对', read: false },
    ])
  })

  it('are read one by one or all at once, by nobody else', async () => {
    const [late] = await listNotices(writer, null, 1)
    const [signed] = await listNotices(other)
    await markNoticesRead(writer, { ids: [late?.id ?? 0, signed?.id ?? 0] })
    expect(await countUnread(writer)).toBe(2)
    expect(await countUnread(other)).toBe(1)
    await markNoticesRead(writer, {})
    expect(await countUnread(writer)).toBe(0)
    expect(await countUnread(other)).toBe(1)
  })
})
