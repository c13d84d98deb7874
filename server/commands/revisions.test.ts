import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newArticleId } from '@/newsroom/article-id'
import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import { draftHash } from '@/newsroom/desk/draft-hash'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { findRevision } from '@/server/queries/find-revision'
import { listRevisions } from '@/server/queries/list-revisions'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { readWorkingDraft } from '@/server/working-draft'
import { cutRevision } from './cut-revision'
import { restoreRevision } from './restore-revision'
import { saveDraft } from './save-draft'
import { saveRevision } from './save-revision'
import { transact } from './transact'

let database: TestDatabase
let writer: StaffActor
let editor: StaffActor
let articleId: string

beforeAll(async () => {
  database = await createTestDatabase()
  writer = await insertStaff('林记')
  editor = await insertStaff('周编', 'editor')
})
afterAll(() => database.drop())
beforeEach(() => {
  articleId = newArticleId(randomBytes(8))
})

const text = (change: Partial<DraftContent> = {}): DraftContent => ({
  ...EMPTY_DRAFT,
  headline: '河边开了一家书店',
  bodyHtml: '<p>河边开了一家书店。</p>',
  ...change,
})
const save = (content: DraftContent, baseVersion: number, actor = writer) =>
  saveDraft(actor, { articleId, clientId: actor.id, baseVersion, content })
const keep = (reason: string, actor = writer) => saveRevision(actor, { articleId, reason })

test('each version says who, when, why, and what is other than before', async () => {
  const person = await db().person.create({ data: { slug: '林记', name: '林记' } })
  const tag = await db().tag.create({ data: { slug: 'shudian', name: '书店', sortKey: 'shudian' } })
  await save(text(), 0)
  await keep('给主编看')
  const byline = { personId: person.id, role: 'reporter' as const }
  await save(text({ kicker: '文化', bodyHtml: '<p>河边。</p>', bylines: [byline], tagIds: [tag.id] }), 1)
  await keep('删短')
  expect(await listRevisions(writer, articleId)).toMatchObject([
    {
      number: 2,
      author: '林记',
      reason: '删短',
      growth: -6,
      changed: ['kicker', 'bodyHtml', 'bylines'],
      isDraft: true,
      isLive: false,
    },
    {
      number: 1,
      author: '林记',
      reason: '给主编看',
      changed: null,
      characterCount: 9,
      isDraft: false,
      createdAt: expect.any(Date),
    },
  ])
  expect(await listRevisions(await insertStaff('别记'), articleId)).toEqual([])
  expect(await findRevision(await insertStaff('别记'), articleId, 1)).toBeNull()
  expect(await findRevision(writer, articleId, 3)).toBeNull()
  expect(await findRevision(writer, articleId, 1)).toMatchObject({
    content: text({ tagIds: [tag.id] }),
    contentHash: draftHash(text()),
  })
})

test('the same text is kept once, and a text without a headline, too', async () => {
  await save(text({ headline: '' }), 0)
  expect(await keep('一')).toEqual({ ok: true, number: 1 })
  expect(await keep('二')).toEqual({ ok: true, number: 1 })
  expect((await findRevision(writer, articleId, 1))?.content.headline).toBe('')
  expect(await keep('长'.repeat(201))).toMatchObject({ errors: [{ code: 'revision-reason', field: 'reason' }] })
})

test('any of two hundred versions comes back letter for letter, as a new one', async () => {
  await save(text(), 0)
  const contents: DraftContent[] = []
  for (let number = 1; number <= 200; number++) {
    const content = text({ kicker: `第${number}版`, bodyHtml: `<p>${'书'.repeat(number)}<strong>店</strong></p>` })
    contents.push(content)
    await save(content, number)
    await keep(`第${number}版`)
  }
  for (const number of [1, 77, 199]) {
    const version = (await readWorkingDraft(db(), articleId))?.version ?? 0
    const restored = await restoreRevision(writer, { articleId, number, baseVersion: version, clientId: writer.id })
    expect(restored).toMatchObject({ ok: true, version: version + 1 })
    const draft = await readWorkingDraft(db(), articleId)
    expect(draft?.content).toEqual(contents[number - 1])
    expect(draft?.revision).toBe(restored.ok ? restored.number : 0)
  }
  expect((await listRevisions(writer, articleId)).slice(0, 3).map(({ reason }) => reason)).toEqual([
    'restore',
    'restore',
    'restore',
  ])
})

test('what stood is kept before an older text takes its place, and tags stay', async () => {
  const tag = await db().tag.create({ data: { slug: articleId, name: articleId, sortKey: 'x' } })
  await save(text(), 0)
  await keep('一')
  await save(text({ kicker: '没留版的', tagIds: [tag.id] }), 1)
  expect(await restoreRevision(writer, { articleId, number: 1, baseVersion: 2, clientId: writer.id })).toMatchObject({
    ok: true,
    number: 3,
  })
  expect((await listRevisions(writer, articleId)).map(({ reason }) => reason)).toEqual(['restore', 'autosave', '一'])
  expect((await readWorkingDraft(db(), articleId))?.content).toEqual(text({ tagIds: [tag.id] }))
})

test('nothing is restored over a newer draft, under somebody’s hands, or by whoever may not', async () => {
  await save(text(), 0)
  await keep('一')
  await save(text({ kicker: '文化' }), 1)
  const restore = (actor: StaffActor, baseVersion: number, clientId: string | null = null) =>
    restoreRevision(actor, { articleId, number: 1, baseVersion, clientId })
  expect(await restore(writer, 1)).toMatchObject({ errors: [{ code: 'stale' }] })
  expect(await restore(editor, 2)).toMatchObject({ errors: [{ code: 'being-edited', params: { name: '林记' } }] })
  expect(await restore(await insertStaff('别记'), 2)).toMatchObject({ errors: [{ code: 'denied.not-yours' }] })
  expect(await restoreRevision(writer, { articleId, number: 9, baseVersion: 2, clientId: null })).toMatchObject({
    errors: [{ code: 'not-found' }],
  })
})

test('restoring voids signatures as any change does', async () => {
  await save(text({ kicker: '旧' }), 0)
  await keep('一')
  await save(text(), 1)
  await transact(async (tx) => {
    const { number, contentHash } = await cutRevision(tx, editor, articleId, 'sign')
    await tx.signature.create({
      data: { articleId, round: 1, stage: 'first', revision: number, contentHash, staffId: editor.id },
    })
    await tx.article.update({ where: { id: articleId }, data: { workflow: 'second_review' } })
  })
  await db().presence.deleteMany({})
  expect(await restoreRevision(editor, { articleId, number: 1, baseVersion: 2, clientId: null })).toMatchObject({
    ok: true,
    workflow: 'first_review',
    voided: ['first'],
  })
})

test('a version an import brought comes back with its text; what it does not know stays', async () => {
  await insertArticle({ id: articleId, headline: '河边开了一家书店', bodyHtml: '<p>河边。</p>' })
  await db().article.update({ where: { id: articleId }, data: { workflow: 'ready' } })
  const open = await readWorkingDraft(db(), articleId)
  await save({ ...text(), ...open?.content, headline: '河边的书店', searchTitle: '书店' }, 1, editor)
  await keep('改题', editor)
  expect(await listRevisions(editor, articleId)).toMatchObject([
    { number: 2, changed: ['headline'], isDraft: true, isLive: false },
    { number: 1, isImported: true, isLive: true, isDraft: false },
  ])
  await restoreRevision(editor, { articleId, number: 1, baseVersion: 2, clientId: editor.id })
  expect((await readWorkingDraft(db(), articleId))?.content).toMatchObject({ headline: '河边开了一家书店', searchTitle: '书店' })
})
