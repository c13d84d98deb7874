import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import {
  articleOf,
  deedsOf,
  noticesOf,
  openDesk,
  publishableText,
  refusals,
  rewrite,
  signAs,
  type TestDesk,
  well,
  write,
  writeReady,
} from './desk-fixture'
import { publishArticle } from './publish-article'
import { recallArticle } from './recall-article'
import { returnArticle } from './return-article'
import { signArticle } from './sign-article'
import { submitArticle } from './submit-article'

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
})
afterAll(() => database.drop())

const hashOf = async (articleId: string) => (await db().draft.findUniqueOrThrow({ where: { articleId } })).contentHash
const signaturesOf = (articleId: string) => db().signature.findMany({ where: { articleId }, orderBy: { id: 'asc' } })
async function submitted(stages = 3): Promise<string> {
  const articleId = await write(desk.reporter, publishableText(desk.categories[stages]))
  well(await submitArticle(desk.reporter, { articleId }))
  return articleId
}

it('goes through as many reviews as its category asks for, the last of them the final', async () => {
  for (const [stages, workflow] of ['ready', 'final_review', 'first_review', 'first_review'].entries()) {
    expect((await articleOf(await submitted(stages))).workflow).toBe(workflow)
  }
})

it('waits for no picture that is still being made ready; its readers do', async () => {
  const leadMediaId = 'cd'.repeat(32)
  const picture = { id: leadMediaId, origin: 'desk', width: 900, height: 600, sizeBytes: 1, renditions: [], alt: '晨雾里的码头' }
  await db().media.create({ data: { ...picture, state: 'pending' } })
  const articleId = await write(desk.reporter, publishableText(desk.categories[0], { leadMediaId }))
  expect(well(await submitArticle(desk.reporter, { articleId })).workflow).toBe('ready')
  expect(refusals(await publishArticle(desk.chief, { articleId }))).toEqual(['publication.picture-pending'])
})

it('is submitted only with everything a publication needs, all of it named at once', async () => {
  const articleId = await write(desk.reporter, publishableText(undefined, { headline: '', bodyHtml: '', type: 'reprint' }))
  expect(refusals(await submitArticle(desk.reporter, { articleId }))).toEqual([
    'publication.headline-missing',
    'publication.body-missing',
    'publication.category-missing',
    'publication.source-missing',
    'publication.source-url-missing',
    'publication.original-headline-missing',
    'publication.original-author-missing',
  ])
  expect((await articleOf(articleId)).workflow).toBe('draft')
  // What was refused left nothing behind.
  expect(await db().revision.count({ where: { articleId } })).toBe(0)
})

it('is signed by three people, one after another, each for the text they read', async () => {
  const articleId = await submitted()
  const contentHash = await hashOf(articleId)
  expect(await signArticle(desk.editor, { articleId, contentHash, note: ' 标题改得好 ' })).toEqual({
    ok: true,
    stage: 'first',
    workflow: 'second_review',
  })
  expect(refusals(await signArticle(desk.editor, { articleId, contentHash }))).toEqual(['denied.signed-already'])
  expect(await signArticle(desk.otherEditor, { articleId, contentHash })).toMatchObject({ workflow: 'final_review' })
  expect(refusals(await signArticle(desk.administrator, { articleId, contentHash: 'another' }))).toEqual(['stale'])
  expect(await signArticle(desk.chief, { articleId, contentHash })).toMatchObject({ stage: 'final', workflow: 'ready' })
  expect(await signaturesOf(articleId)).toMatchObject([
    { stage: 'first', round: 1, revision: 1, contentHash, staffId: desk.editor.id, note: '标题改得好', voidedAt: null },
    { stage: 'second', staffId: desk.otherEditor.id },
    { stage: 'final', staffId: desk.chief.id },
  ])
  expect(await articleOf(articleId)).toMatchObject({ workflow: 'ready', publication: 'unpublished', draftRevision: 1 })
  expect((await articleOf(articleId)).waitingSince).not.toBeNull()
  expect(await deedsOf(articleId)).toEqual(['article.create', 'article.submit', 'article.sign', 'article.sign', 'article.sign'])
  expect(await noticesOf(desk.reporter, articleId)).toEqual(['signed', 'signed', 'signed'])
})

it('tells whoever may sign next, and nobody else', async () => {
  const elsewhere = await insertStaff('外编', 'editor', [desk.categories[1] ?? 0])
  const articleId = await submitted()
  expect(await noticesOf(desk.editor, articleId)).toEqual(['submitted'])
  expect(await noticesOf(elsewhere, articleId)).toEqual([])
  expect(await noticesOf(desk.otherReporter, articleId)).toEqual([])
  await signAs(articleId, desk.editor, desk.otherEditor)
  // The final review is a chief's.
  expect(await noticesOf(desk.editor, articleId)).toEqual(['submitted'])
  expect(await noticesOf(desk.chief, articleId)).toEqual(['submitted', 'submitted', 'submitted'])
})

it('takes one signature a stage, however many sign at the same moment', async () => {
  const articleId = await submitted()
  const contentHash = await hashOf(articleId)
  const outcomes = await Promise.all(
    [desk.editor, desk.editor, desk.editor].map((actor) => signArticle(actor, { articleId, contentHash })),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await signaturesOf(articleId)).toHaveLength(1)
})

it('is recalled to its writer; unchanged, it goes on where it was', async () => {
  const articleId = await submitted()
  await signAs(articleId, desk.editor)
  well(await recallArticle(desk.reporter, { articleId }))
  expect(await articleOf(articleId)).toMatchObject({ workflow: 'draft', waitingSince: null })
  expect(well(await submitArticle(desk.reporter, { articleId })).workflow).toBe('second_review')
  await rewrite(desk.editor, articleId, { headline: '河边的书店开了' })
  expect(await signaturesOf(articleId)).toMatchObject([{ voidReason: 'edited' }])
  expect((await articleOf(articleId)).workflow).toBe('first_review')
})

it('is returned with a reason, and every signature of the round is void', async () => {
  const articleId = await writeReady(desk)
  expect(refusals(await returnArticle(desk.chief, { articleId, reason: '  ' }))).toEqual(['review.reason-missing'])
  well(await returnArticle(desk.chief, { articleId, reason: '第二段缺出处' }))
  expect(await articleOf(articleId)).toMatchObject({ workflow: 'returned', returnReason: '第二段缺出处', waitingSince: null })
  expect((await signaturesOf(articleId)).map(({ voidReason }) => voidReason)).toEqual(['returned', 'returned', 'returned'])
  expect(await noticesOf(desk.reporter, articleId)).toContain('returned')
  expect(well(await submitArticle(desk.reporter, { articleId })).workflow).toBe('first_review')
  expect((await articleOf(articleId)).returnReason).toBeNull()
  await signAs(articleId, desk.editor, desk.otherEditor, desk.administrator)
  expect((await articleOf(articleId)).workflow).toBe('ready')
})

it('is not reviewed by whoever wrote it', async () => {
  const articleId = await write(desk.editor, publishableText(desk.categories[1]))
  await rewrite(desk.chief, articleId, { subhead: '柳树下' })
  well(await submitArticle(desk.editor, { articleId }))
  const contentHash = await hashOf(articleId)
  expect(refusals(await signArticle(desk.chief, { articleId, contentHash }))).toEqual(['denied.own-text'])
  expect(refusals(await signArticle(desk.editor, { articleId, contentHash }))).toEqual(['denied.role'])
  expect(await noticesOf(desk.chief, articleId)).toEqual([])
  well(await signArticle(desk.administrator, { articleId, contentHash }))
})

it('is not signed by the editor who mended it in review: a stage is for somebody else’s words', async () => {
  const articleId = await submitted()
  await rewrite(desk.editor, articleId, { headline: '河边新开一家书店' })
  const contentHash = await hashOf(articleId)
  expect(refusals(await signArticle(desk.editor, { articleId, contentHash }))).toEqual(['denied.own-text'])
  await signAs(articleId, desk.otherEditor)
  expect(refusals(await signArticle(desk.editor, { articleId, contentHash }))).toEqual(['denied.own-text'])
  await signAs(articleId, desk.administrator, desk.chief)
  expect(await articleOf(articleId)).toMatchObject({ workflow: 'ready' })
})
