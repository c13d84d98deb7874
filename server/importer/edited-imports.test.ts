import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { picturesIn, settleBody } from '@/newsroom/desk/draft-body'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readRenditions } from '@/newsroom/rendition'
import { dumpImported } from '@/server/commands/import-fixture'
import { saveDraft } from '@/server/commands/save-draft'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { readWorkingDraft } from '@/server/working-draft'
import { makeArchiveFixture, mediaPost } from './archive-fixture'
import { importArchive } from './import-archive'

let database: TestDatabase
let editor: StaffActor

beforeAll(async () => {
  database = await createTestDatabase()
  editor = await insertStaff('周编', 'editor')
})
afterAll(() => database.drop())

const open = async (articleId: string) => {
  const draft = await readWorkingDraft(db(), articleId)
  if (!draft) throw new Error(`${articleId} is not there`)
  return draft
}
const save = async (articleId: string, baseVersion: number, content: Awaited<ReturnType<typeof open>>['content']) =>
  await saveDraft(editor, { articleId, clientId: 'tab', baseVersion, content })

it('whatever the sample archive brought, opened and saved unchanged, stays as it is', async () => {
  await importArchive({ roots: [join(process.cwd(), 'content')], options: { timeZone: 'Asia/Shanghai' } })
  const before = await dumpImported()
  const articles = await db().article.findMany({ select: { id: true } })
  expect(articles.length).toBeGreaterThan(20)
  let pictures = 0
  for (const { id } of articles) {
    const { content, version } = await open(id)
    expect(await save(id, version, JSON.parse(JSON.stringify(content))), content.headline).toMatchObject({
      ok: true,
      version,
      voided: [],
    })
    const ids = picturesIn(content.bodyHtml)
    pictures += ids.length
    const media = await db().media.findMany({ where: { id: { in: ids } } })
    const sizes = new Map(media.map(({ id: key, renditions }) => [key, readRenditions(renditions)]))
    expect(settleBody(content.bodyHtml, sizes), content.headline).toBe(content.bodyHtml)
  }
  expect(pictures).toBeGreaterThan(0)
  expect(await dumpImported()).toEqual(before)
  expect(await db().draft.count()).toBe(0)
})

it('a file that changed never overwrites what the newsroom is writing', async () => {
  const path = '_posts/2022-02-08-NW202202089000000001.md'
  const post = (title: string) => ({ [path]: mediaPost({ code: 'NW202202089000000001', title }) })
  const archive = await makeArchiveFixture(post('河边开了一家书店'))
  await importArchive({ roots: [archive.root] })
  const { id } = await db().article.findFirstOrThrow({ where: { externalId: 'NW202202089000000001' } })
  const { content, version } = await open(id)
  await archive.write(post('河边又开了一家书店'))
  await importArchive({ roots: [archive.root] })

  // Nobody wrote yet: the file is followed, and whoever has the older text open cannot save on it.
  expect(await db().revision.count({ where: { articleId: id } })).toBe(2)
  const stale = await save(id, version, { ...content, kicker: '文化' })
  expect(stale).toMatchObject({
    ok: false,
    errors: [{ code: 'stale' }],
    current: { content: { headline: '河边又开了一家书店' } },
  })

  const now = await open(id)
  expect(await save(id, now.version, { ...now.content, kicker: '文化' })).toMatchObject({ ok: true, workflow: 'draft' })
  await archive.write(post('河边的书店关门了'))
  const report = await importArchive({ roots: [archive.root] })
  expect(report.changed).toBe(1)
  const after = await db().article.findUniqueOrThrow({ where: { id }, include: { live: true } })
  expect(after).toMatchObject({ workflow: 'draft', liveRevision: 2, live: { headline: '河边又开了一家书店' } })
  expect((await open(id)).content).toMatchObject({ kicker: '文化', headline: '河边又开了一家书店' })
  expect(await db().revision.findFirst({ where: { articleId: id, number: 3 } })).toMatchObject({ headline: '河边的书店关门了' })
  await archive.remove()
})
