import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { db } from '@/server/db'
import { findArticle } from '@/server/queries/find-article'
import { findEditorArticle } from '@/server/queries/find-editor-article'
import { listArticles } from '@/server/queries/list-articles'
import { listCorrections } from '@/server/queries/list-corrections'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { correctArticle } from './correct-article'
import { articleOf, deedsOf, noticesOf, openDesk, refusals, type TestDesk, well, writeReady } from './desk-fixture'
import { publishArticle } from './publish-article'
import { restoreArticle } from './restore-article'
import { revokeCorrection } from './revoke-correction'
import { withdrawArticle } from './withdraw-article'

let database: TestDatabase
let desk: TestDesk
let articleId: string
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
})
afterAll(() => database.drop())
beforeEach(async () => {
  articleId = await writeReady(desk)
  well(await publishArticle(desk.chief, { articleId }))
})

const withdraw = () =>
  withdrawArticle(desk.chief, { articleId, reason: '当事人身份有误', approver: '陶管理', notice: ' 经核实，本文有严重错误。 ' })
const isListed = async () => (await listArticles('site')).items.some(({ id }) => id === articleId)

it('takes a text from readers with a reason and a name, and says so at its address', async () => {
  expect(await isListed()).toBe(true)
  expect(refusals(await withdrawArticle(desk.chief, { articleId, reason: ' ', approver: '' }))).toEqual([
    'withdraw.reason-missing',
    'withdraw.approver-missing',
  ])
  expect(refusals(await withdrawArticle(desk.editor, { articleId, reason: '错', approver: '错' }))).toEqual(['denied.role'])
  well(await withdraw())
  expect(await findArticle(articleId)).toMatchObject({ state: 'withdrawn', notice: '经核实，本文有严重错误。' })
  expect(await isListed()).toBe(false)
  expect(await noticesOf(desk.reporter, articleId)).toContain('withdrawn')
  expect(refusals(await withdraw())).toEqual(['denied.state'])
  // Nothing is deleted.
  expect(await db().revision.count({ where: { articleId } })).toBe(1)
  expect(await db().withdrawal.findFirst({ where: { articleId } })).toMatchObject({
    reason: '当事人身份有误',
    approver: '陶管理',
    staffId: desk.chief.id,
    undoneAt: null,
  })
})

it('is undone by the same rule: the text is back at its address', async () => {
  const { publishedAt } = await articleOf(articleId)
  well(await withdraw())
  expect(refusals(await restoreArticle(desk.chief, { articleId, reason: '' }))).toEqual(['withdraw.reason-missing'])
  expect(refusals(await restoreArticle(desk.editor, { articleId, reason: '查清' }))).toEqual(['denied.role'])
  well(await restoreArticle(desk.administrator, { articleId, reason: '查清了，原文无误' }))
  expect(await articleOf(articleId)).toMatchObject({ publication: 'live', publishedAt })
  expect(await findArticle(articleId)).toMatchObject({ state: 'live' })
  expect(await isListed()).toBe(true)
  expect(await db().withdrawal.findFirst({ where: { articleId } })).toMatchObject({
    undoneBy: '陶管理',
    undoReason: '查清了，原文无误',
  })
  well(await withdraw())
  expect((await deedsOf(articleId)).slice(-3)).toEqual(['article.withdraw', 'article.restore', 'article.withdraw'])
})

it('a correction stands on the article and in the list, until it is taken back', async () => {
  expect(refusals(await correctArticle(desk.editor, { articleId, wrong: '', right: ' ' }))).toEqual([
    'correction.wrong-missing',
    'correction.right-missing',
  ])
  expect(refusals(await correctArticle(desk.reporter, { articleId, wrong: '三棵', right: '一棵' }))).toEqual(['denied.role'])
  const { correctionId } = well(await correctArticle(desk.editor, { articleId, wrong: '三棵柳树', right: '一棵柳树' }))
  await correctArticle(desk.editor, { articleId, wrong: '河西', right: '河东' })
  expect(await findArticle(articleId)).toMatchObject({
    article: {
      corrections: [
        { wrong: '河西', right: '河东' },
        { wrong: '三棵柳树', right: '一棵柳树' },
      ],
    },
  })
  const { items } = await listCorrections()
  expect(items.slice(0, 2)).toMatchObject([
    { wrong: '河西', article: { id: articleId, headline: '河边开了一家书店' } },
    { wrong: '三棵柳树', article: { id: articleId } },
  ])
  expect(refusals(await revokeCorrection(desk.editor, { correctionId, reason: ' ' }))).toEqual(['correction.reason-missing'])
  expect(refusals(await revokeCorrection(desk.reporter, { correctionId, reason: '原文无误' }))).toEqual(['denied.role'])
  well(await revokeCorrection(desk.editor, { correctionId, reason: '原文无误' }))
  well(await revokeCorrection(desk.editor, { correctionId, reason: '原文无误' }))
  expect(await findArticle(articleId)).toMatchObject({ article: { corrections: [{ wrong: '河西' }] } })
  expect((await deedsOf(articleId)).filter((deed) => deed === 'article.revoke-correction')).toHaveLength(1)
  expect(await db().auditEntry.findFirst({ where: { action: 'article.revoke-correction' } })).toMatchObject({
    before: { wrong: '三棵柳树' },
    after: { reason: '原文无误' },
  })
  expect((await findEditorArticle(desk.editor, articleId))?.corrections).toMatchObject([
    { wrong: '河西', revokedAt: null },
    { wrong: '三棵柳树', revokedAt: expect.any(String) },
  ])
  // With the article, its corrections go.
  well(await withdraw())
  expect((await listCorrections()).items.some(({ article }) => article.id === articleId)).toBe(false)
})

it('pages through corrections by where the last one stood', async () => {
  for (let n = 1; n <= 5; n++) well(await correctArticle(desk.editor, { articleId, wrong: `错${n}`, right: `对${n}` }))
  const first = await listCorrections({ size: 3 })
  expect(first.items.map(({ wrong }) => wrong)).toEqual(['错5', '错4', '错3'])
  expect(first.newer).toBeNull()
  const second = await listCorrections({ size: 3, before: first.older ?? undefined })
  expect(second.items.slice(0, 2).map(({ wrong }) => wrong)).toEqual(['错2', '错1'])
  const back = await listCorrections({ size: 2, after: second.newer ?? undefined })
  expect(back.items.map(({ wrong }) => wrong)).toEqual(['错4', '错3'])
  expect(back.older).not.toBeNull()
})
