import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newArticleId } from '@/newsroom/article-id'
import { type DraftContent, EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { findPreview } from '@/server/queries/find-preview'
import { listPreviews } from '@/server/queries/list-previews'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { readWorkingDraft } from '@/server/working-draft'
import { discardArticle, recoverArticle } from './discard-article'
import { revokePreview } from './revoke-preview'
import { saveDraft } from './save-draft'
import { openPreview, sharePreview } from './share-preview'

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

const save = (change: Partial<DraftContent> = {}, baseVersion = 0, actor = writer) => {
  const content = { ...EMPTY_DRAFT, headline: '河边开了一家书店', bodyHtml: '<p>河边。</p>', ...change }
  return saveDraft(actor, { articleId, clientId: actor.id, baseVersion, content })
}
async function share(actor = writer, hours = 24): Promise<string> {
  const shared = await sharePreview(actor, { articleId, hours })
  if (!shared.ok) throw new Error(shared.errors[0]?.code)
  return shared.path.replace('/preview/', '')
}

test('a link shows the draft as its readers would see it, each time as it is then', async () => {
  const category = await db().category.create({ data: { slug: 'shehui', name: '社会', sortKey: 'shehui' } })
  const source = await db().source.create({ data: { slug: 'hbrb', name: '河边日报', url: 'https://x.example' } })
  const person = await db().person.create({ data: { slug: '林记', name: '林记' } })
  const tag = await db().tag.create({ data: { slug: 'shudian', name: '书店', sortKey: 'shudian' } })
  const labels = { categoryIds: [category.id], tagIds: [tag.id], sourceId: source.id }
  await save({ ...labels, kicker: '文化', bylines: [{ personId: person.id, role: 'reporter' }] })
  const token = await share()
  expect(await findPreview(token)).toMatchObject({
    state: 'unpublished',
    embargoUntil: null,
    article: {
      id: articleId,
      headline: '河边开了一家书店',
      kicker: '文化',
      subhead: null,
      bodyHtml: '<p>河边。</p>',
      characterCount: 3,
      source: { slug: 'hbrb', name: '河边日报', url: 'https://x.example' },
      category: { slug: 'shehui', name: '社会' },
      categories: [{ slug: 'shehui', name: '社会' }],
      tags: [{ slug: 'shudian', name: '书店' }],
      bylines: [{ name: '林记', role: 'reporter' }],
    },
  })
  await save({ ...labels, kicker: '城事' }, 1)
  await db().article.update({ where: { id: articleId }, data: { embargoUntil: new Date('2036-01-01T00:00:00Z') } })
  expect(await findPreview(token)).toMatchObject({
    embargoUntil: new Date('2036-01-01T00:00:00Z'),
    article: { kicker: '城事', bylines: [] },
  })
})

test('a live article is shown as it is, or with the changes its readers do not see yet', async () => {
  await insertArticle({ id: articleId, headline: '河边开了一家书店', bodyHtml: '<p>河边。</p>' })
  await db().article.update({ where: { id: articleId }, data: { workflow: 'ready' } })
  const token = await share(editor)
  expect(await findPreview(token)).toMatchObject({ state: 'live', article: { headline: '河边开了一家书店', revised: false } })
  const open = await readWorkingDraft(db(), articleId)
  await save({ ...open?.content, kicker: '文化' }, open?.version, editor)
  expect(await findPreview(token)).toMatchObject({ state: 'changed', article: { kicker: '文化', revised: true } })
})

test('links run out, are listed, and can be taken back', async () => {
  await save()
  const [first, second] = [await share(), await share()]
  expect((await listPreviews(writer, articleId)).map(({ createdByName }) => createdByName)).toEqual(['林记', '林记'])
  expect(await listPreviews(await insertStaff('别记'), articleId)).toEqual([])
  const [newest] = await listPreviews(writer, articleId)
  expect(await revokePreview(await insertStaff('别记'), { articleId, id: newest?.id ?? '' })).toMatchObject({ ok: false })
  expect(await revokePreview(writer, { articleId, id: newest?.id ?? '' })).toEqual({ ok: true })
  expect(await revokePreview(writer, { articleId, id: newest?.id ?? '' })).toMatchObject({ errors: [{ code: 'not-found' }] })
  expect(await findPreview(second)).toBeNull()
  expect(await findPreview(first)).not.toBeNull()
  await db().$executeRaw`UPDATE "PreviewLink" SET "expiresAt" = now() - interval '1 second'`
  expect(await findPreview(first)).toBeNull()
  expect(await listPreviews(writer, articleId)).toEqual([])
})

test('only its hash is kept, and the desk’s own frame is in no list', async () => {
  await save()
  const opened = await openPreview(writer, { articleId })
  const path = opened.ok ? opened.path : ''
  expect(await findPreview(path.replace('/preview/', ''))).not.toBeNull()
  expect(await listPreviews(writer, articleId)).toEqual([])
  expect(path).not.toContain((await db().previewLink.findFirstOrThrow({ where: { articleId } })).tokenHash)
})

test('whoever may not, and a time that is none, get no link; a word that is no token finds nothing', async () => {
  await save()
  expect(await sharePreview(await insertStaff('别记'), { articleId, hours: 1 })).toMatchObject({
    errors: [{ code: 'denied.not-yours' }],
  })
  for (const hours of [0, 721, 1.5, Number.NaN])
    expect(await sharePreview(writer, { articleId, hours })).toMatchObject({
      errors: [{ code: 'preview-hours', field: 'hours' }],
    })
  for (const token of ['', 'x', '../admin', 'a'.repeat(43)]) expect(await findPreview(token)).toBeNull()
})

test('废稿 ends its links, comes back as it was, and is no live article’s fate', async () => {
  await save()
  const token = await share()
  expect(await discardArticle(writer, { articleId })).toEqual({ ok: true })
  expect(await discardArticle(writer, { articleId })).toEqual({ ok: true })
  expect(await findPreview(token)).toBeNull()
  expect(await save({ kicker: '文化' }, 1)).toMatchObject({ errors: [{ code: 'denied.state' }] })
  expect(await recoverArticle(writer, { articleId })).toEqual({ ok: true })
  expect(await save({ kicker: '文化' }, 1)).toMatchObject({ ok: true, version: 2 })
  const deeds = await db().auditEntry.findMany({ where: { subject: `article:${articleId}` }, orderBy: { id: 'asc' } })
  expect(deeds.map(({ action }) => action)).toEqual([
    'article.create',
    'article.share-preview',
    'article.discard',
    'article.recover',
  ])
  articleId = newArticleId(randomBytes(8))
  await insertArticle({ id: articleId })
  expect(await discardArticle(editor, { articleId })).toMatchObject({ errors: [{ code: 'denied.state' }] })
})
