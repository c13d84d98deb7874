import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditFilter } from '@/newsroom/desk/audit-filter'
import type { StaffActor } from '@/newsroom/desk/staff'
import { noteAuditExport } from '@/server/commands/note-audit-export'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { listAudit, listAuditNames, walkAudit } from './list-audit'

const ALL: AuditFilter = { who: null, action: null, subject: null, from: null, until: null }

describe('the record', () => {
  let database: TestDatabase
  let chief: StaffActor

  const labels = async (filter: Partial<AuditFilter>, before: string | null = null, most = 10) =>
    (await listAudit({ ...ALL, ...filter }, before, most)).map(({ label }) => label)

  beforeAll(async () => {
    database = await createTestDatabase()
    chief = await insertStaff('赵主编', 'chief')
    const line = (label: string, at: string, rest: object = {}) => {
      const deed = { action: 'article.publish', subject: 'article:1a2b3c4d5e', actorId: chief.id, actorName: chief.name }
      return { ...deed, label, at: new Date(at), ...rest }
    }
    await db().auditEntry.createMany({
      data: [
        line('一', '2026-11-22T15:59:59Z'),
        line('二', '2026-11-22T16:00:00Z', { action: 'article.sign' }),
        // written a little later than what stands after it: its transaction began first
        line('三', '2026-11-23T15:59:59Z', { subject: 'tag:7', action: 'tag.merge' }),
        line('四', '2026-11-23T15:59:40Z', { actorId: null, actorName: 'import' }),
        line('五', '2026-11-23T16:00:00Z', { before: { publication: 'scheduled' }, after: { publication: 'live' } }),
      ],
    })
  })
  afterAll(() => database.drop())

  it('comes newest first, page by page', async () => {
    const first = await listAudit(ALL, null, 2)
    expect(first.map(({ label }) => label)).toEqual(['五', '四'])
    expect(first[0]).toMatchObject({ before: { publication: 'scheduled' }, after: { publication: 'live' }, actorName: '赵主编' })
    expect(await labels({}, first[1]?.id, 2)).toEqual(['三', '二'])
  })

  it('is filtered by who, what, of what', async () => {
    expect(await labels({ who: 'name:import' })).toEqual(['四'])
    expect(await labels({ who: chief.id, action: 'article.publish' })).toEqual(['五', '一'])
    expect(await labels({ subject: 'tag:7' })).toEqual(['三'])
  })

  it('is filtered by days of the newsroom, whole ones', async () => {
    expect(await labels({ from: '2026-11-23', until: '2026-11-23' })).toEqual(['四', '三', '二'])
    expect(await labels({ until: '2026-11-22' })).toEqual(['一'])
    expect(await labels({ from: '2026-11-25' })).toEqual([])
  })

  it('starts at its beginning where a cursor is none', async () => {
    expect(await labels({}, 'nonsense', 1)).toEqual(['五'])
  })

  it('is walked from one end to the other', async () => {
    const walked: string[] = []
    for await (const page of walkAudit({ ...ALL, action: 'article.publish' })) walked.push(...page.map(({ label }) => label))
    expect(walked).toEqual(['五', '四', '一'])
  })

  it('names each action once', async () => {
    expect(await listAuditNames()).toEqual({
      actions: ['article.publish', 'article.sign', 'tag.merge'],
      people: [{ id: chief.id, name: '赵主编' }],
    })
  })

  it('is added to and never changed: the database refuses, whoever asks', async () => {
    const before = await db().auditEntry.count()
    await expect(db().$executeRaw`UPDATE "AuditEntry" SET "label" = '改过'`).rejects.toThrow('append-only')
    await expect(db().$executeRaw`DELETE FROM "AuditEntry"`).rejects.toThrow('append-only')
    await expect(db().$executeRaw`TRUNCATE "AuditEntry" CASCADE`).rejects.toThrow('append-only')
    expect(await db().auditEntry.count()).toBe(before)
    expect(await db().auditEntry.count({ where: { label: '改过' } })).toBe(0)
  })

  it('writes down who takes it out of the house, and lets nobody else', async () => {
    const filter = { ...ALL, from: '2026-11-23' }
    expect(await noteAuditExport(await insertStaff('林晓'), { filter, format: 'csv' })).toEqual({
      ok: false,
      errors: [{ code: 'denied.role' }],
    })
    expect(await noteAuditExport(chief, { filter, format: 'csv' })).toEqual({ ok: true })
    const [line] = await listAudit(ALL, null, 1)
    expect(line).toMatchObject({ action: 'audit.export', actorId: chief.id, after: { format: 'csv', from: '2026-11-23' } })
  })
})
