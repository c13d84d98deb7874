import { afterAll, beforeAll, expect, it } from 'vitest'
import { findReview } from '@/server/queries/find-review'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { openDesk, publishableText, rewrite, signAs, type TestDesk, well, write } from './desk-fixture'
import { publishArticle } from './publish-article'
import { returnArticle } from './return-article'
import { submitArticle } from './submit-article'

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
})
afterAll(() => database.drop())

it('shows who signed what, what no longer counts and why, and who may sign now', async () => {
  const articleId = await write(desk.reporter, publishableText(desk.categories[2]))
  expect(await findReview(desk.otherReporter, articleId)).toBeNull()
  expect(await findReview(desk.reporter, articleId)).toMatchObject({ waitingFor: null, reviewers: [], signatures: [] })
  well(await submitArticle(desk.reporter, { articleId }))
  await signAs(articleId, desk.editor)
  await rewrite(desk.administrator, articleId, { headline: '书店开在柳树下' })
  await signAs(articleId, desk.otherEditor)
  const review = await findReview(desk.editor, articleId)
  expect(review).toMatchObject({
    headline: '书店开在柳树下',
    workflow: 'final_review',
    round: 1,
    waitingFor: 'final',
    stages: [
      { stage: 'first', signature: { name: '郑编', revision: 2, valid: true, voidReason: null } },
      { stage: 'final', signature: null },
    ],
    signatures: [
      { stage: 'first', name: '周编', revision: 1, valid: false, voidReason: 'edited' },
      { stage: 'first', name: '郑编', valid: true },
    ],
    returns: [],
  })
  expect(new Set(review?.reviewers.map(({ name }) => name))).toEqual(new Set(['顾主编']))
  expect(review?.waitingSince).not.toBeNull()
  well(await returnArticle(desk.chief, { articleId, reason: '标题再想想' }))
  expect(await findReview(desk.reporter, articleId)).toMatchObject({
    workflow: 'returned',
    waitingSince: null,
    stages: [{ signature: null }, { signature: null }],
    returns: [{ name: '顾主编', reason: '标题再想想' }],
  })
})

it('keeps the signatures of a text that went out, though they are of a round that is over', async () => {
  const articleId = await write(desk.reporter, publishableText(desk.categories[1]))
  well(await submitArticle(desk.reporter, { articleId }))
  await signAs(articleId, desk.chief)
  well(await publishArticle(desk.chief, { articleId }))
  expect(await findReview(desk.reporter, articleId)).toMatchObject({
    publication: 'live',
    workflow: 'ready',
    round: 2,
    stages: [{ signature: null }],
    signatures: [{ round: 1, name: '顾主编', voidedAt: null }],
  })
})
