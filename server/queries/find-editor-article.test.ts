import { afterAll, beforeAll, expect, test } from 'vitest'
import { EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { StaffActor } from '@/newsroom/desk/staff'
import { publishArticle } from '@/server/commands/publish-article'
import { saveDraft } from '@/server/commands/save-draft'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { beginArticle, findEditorArticle } from './find-editor-article'

const ID = '0123456789'
let database: TestDatabase
let chief: StaffActor

beforeAll(async () => {
  database = await createTestDatabase({ SITE_TIMEZONE: 'Asia/Shanghai' })
  chief = await insertStaff('林主编', 'chief')
})
afterAll(() => database.drop())

test('an article that nobody has written yet can be written, and nothing else stands', async () => {
  const begun = await beginArticle(chief, ID)
  expect(begun).toMatchObject({ id: ID, version: 0, content: EMPTY_DRAFT, workflow: 'draft', hasReviewers: false })
  expect(begun.can).toEqual(expect.arrayContaining(['edit', 'submit', 'publish-urgent']))
  expect(await findEditorArticle(chief, ID)).toBeNull()
})

test('it begins with its first save, and is told as plain JSON', async () => {
  const category = await db().category.create({ data: { slug: 'shehui', name: '社会', sortKey: 'shehui' } })
  const content = { ...EMPTY_DRAFT, headline: '书店开到河边', bodyHtml: '<p>河边多了一家书店。</p>', categoryIds: [category.id] }
  await saveDraft(chief, { articleId: ID, clientId: 'a', baseVersion: 0, content })
  const article = await findEditorArticle(chief, ID)
  expect(article).toMatchObject({ version: 1, isPublished: false, names: { categories: [{ id: category.id, name: '社会' }] } })
  expect(JSON.parse(JSON.stringify(article))).toEqual(article)
})

test('what readers see is told from what they do not see yet', async () => {
  expect(await publishArticle(chief, { articleId: ID, urgent: true })).toMatchObject({ ok: true })
  const live = await findEditorArticle(chief, ID)
  expect(live).toMatchObject({ publication: 'live', isPublished: true, revisions: [{ number: 1, author: '林主编' }] })
  expect(live?.urgentAt).not.toBeNull()
  const tag = await db().tag.create({ data: { slug: 'shudian', name: '书店', sortKey: 'shudian' } })
  const { content = EMPTY_DRAFT, version = 0 } = live ?? {}
  await saveDraft(chief, { articleId: ID, clientId: 'a', baseVersion: version, content: { ...content, tagIds: [tag.id] } })
  expect(await findEditorArticle(chief, ID)).toMatchObject({ isPublished: false })
})

test('as many others as there are stages can review it, a chief among them', async () => {
  const asked = async () => (await findEditorArticle(chief, ID))?.hasReviewers
  for (const name of ['周编', '吴编', '郑编']) await insertStaff(name, 'editor')
  expect(await asked()).toBe(false)
  await insertStaff('王主编', 'chief')
  expect(await asked()).toBe(true)
})
