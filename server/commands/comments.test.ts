import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newArticleId } from '@/newsroom/article-id'
import { EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { listComments } from '@/server/queries/list-comments'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { addComment, type CommentToAdd } from './add-comment'
import { markNoticesRead } from './mark-notices-read'
import { resolveComment } from './resolve-comment'
import { saveDraft } from './save-draft'

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
beforeEach(async () => {
  articleId = newArticleId(randomBytes(8))
  const content = { ...EMPTY_DRAFT, headline: '河边开了一家书店', bodyHtml: '<p>河边开了一家书店。</p>' }
  await saveDraft(writer, { articleId, clientId: 'tab', baseVersion: 0, content })
})

const comment = async (actor: StaffActor, told: Omit<CommentToAdd, 'articleId'>) => {
  const added = await addComment(actor, { articleId, ...told })
  return added.ok ? added.id : 0
}
const notices = async () => {
  const given = await db().notice.findMany({ where: { articleId }, include: { staff: true }, orderBy: { id: 'asc' } })
  return given.map(({ staff, kind, from }) => [staff.name, kind, from])
}

test('a passage is talked about until it is settled, and open again when somebody answers', async () => {
  const quote = { exact: '一家', prefix: '河边开了', suffix: '书店。' }
  const id = await comment(editor, { text: ' 只有一家吗？ ', quote })
  const answer = await comment(writer, { text: '只有一家。', parentId: id })
  await comment(editor, { text: '好。', parentId: answer, quote })
  expect(await listComments(writer, articleId)).toMatchObject([
    {
      id,
      authorName: '周编',
      text: '只有一家吗？',
      quote,
      resolvedAt: null,
      replies: [{ text: '只有一家。', authorName: '林记' }, { text: '好。' }],
    },
  ])
  expect(await resolveComment(writer, { commentId: id, resolved: true })).toEqual({ ok: true })
  expect(await resolveComment(writer, { commentId: id, resolved: true })).toEqual({ ok: true })
  const other = await comment(editor, { text: '标题再短些' })
  expect(await listComments(editor, articleId)).toMatchObject([
    { id: other, quote: null, resolvedAt: null },
    { id, resolvedAt: expect.any(Date), resolvedByName: '林记' },
  ])
  await comment(editor, { text: '还有一处', parentId: id })
  expect((await listComments(editor, articleId)).map(({ resolvedAt }) => resolvedAt)).toEqual([null, null])
})

test('whoever is called is told once, the writer and the thread of what is said; nobody of themselves', async () => {
  const chief = await insertStaff('顾主编', 'chief')
  const id = await comment(editor, { text: '@顾主编 @林记 看看' })
  expect((await notices()).toSorted()).toEqual([
    ['林记', 'mentioned', '周编'],
    ['顾主编', 'mentioned', '周编'],
  ])
  await comment(chief, { text: '可以 @顾主编', parentId: id })
  expect((await notices()).slice(2).toSorted()).toEqual([
    ['周编', 'commented', '顾主编'],
    ['林记', 'commented', '顾主编'],
  ])
  await markNoticesRead(writer, {})
  expect(await db().notice.count({ where: { articleId, readAt: null } })).toBe(2)
  const [first] = await db().notice.findMany({ where: { staffId: chief.id } })
  await markNoticesRead(writer, { ids: [first?.id ?? 0] })
  expect(await db().notice.count({ where: { articleId, readAt: null } })).toBe(2)
})

test('nothing is said by whoever may not, nothing blank, nothing to a comment of another article', async () => {
  const other = await insertStaff('别记')
  const id = await comment(editor, { text: '看看' })
  expect(await addComment(other, { articleId, text: 'x' })).toMatchObject({ errors: [{ code: 'denied.not-yours' }] })
  expect(await listComments(other, articleId)).toEqual([])
  expect(await resolveComment(other, { commentId: id, resolved: true })).toMatchObject({ errors: [{ code: 'denied.not-yours' }] })
  expect(await resolveComment(writer, { commentId: 999_999, resolved: true })).toMatchObject({ errors: [{ code: 'not-found' }] })
  for (const text of ['', ' 　', 'x'.repeat(2_001)])
    expect(await addComment(writer, { articleId, text })).toMatchObject({ errors: [{ code: 'comment-length' }] })
  const elsewhere = newArticleId(randomBytes(8))
  await saveDraft(writer, { articleId: elsewhere, clientId: 'tab', baseVersion: 0, content: EMPTY_DRAFT })
  expect(await addComment(writer, { articleId: elsewhere, text: 'x', parentId: id })).toMatchObject({
    errors: [{ code: 'unknown.parent' }],
  })
})
