import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDesk, writeReady } from '@/server/commands/desk-fixture'
import { readConfig } from '@/server/config'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { pruneRecords } from './prune-records'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ RECORDS_DAYS: '200' })
})
afterAll(() => database.drop())

it('what is older than the paper keeps it goes, what is younger, and every text and deed, stays', async () => {
  const desk = await openDesk()
  const articleId = await writeReady(desk)
  const day = (days: number) => new Date(Date.now() - days * 86_400_000)
  await db().notice.deleteMany()
  await db().notice.createMany({
    data: [201, 199].map((days) => ({ staffId: desk.reporter.id, kind: 'mention', text: String(days), createdAt: day(days) })),
  })
  const link = { articleId, createdById: desk.editor.id }
  await db().previewLink.createMany({
    data: [
      { ...link, tokenHash: 'old', expiresAt: day(201) },
      { ...link, tokenHash: 'new', expiresAt: day(199) },
    ],
  })
  await db().importRun.createMany({ data: [201, 199].map((days) => ({ archive: String(days), startedAt: day(days) })) })
  const kept = async () => [await db().revision.count(), await db().signature.count(), await db().auditEntry.count()]
  const before = await kept()
  expect(await pruneRecords()).toBe(3)
  expect((await db().notice.findMany()).map(({ text }) => text)).toEqual(['199'])
  expect((await db().previewLink.findMany()).map(({ tokenHash }) => tokenHash)).toEqual(['new'])
  expect((await db().importRun.findMany()).map(({ archive }) => archive)).toEqual(['199'])
  expect(await kept()).toEqual(before)
})

it('less than half a year is refused', () => {
  expect(() => readConfig({ RECORDS_DAYS: '182' })).toThrow(/RECORDS_DAYS holds "182": .*183/)
})
