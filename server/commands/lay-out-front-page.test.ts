import { afterAll, beforeAll, expect, it } from 'vitest'
import { FRONT_PAGE } from '@/newsroom/cache-tags'
import { EMPTY_LAYOUT, type FrontPageLayout } from '@/newsroom/desk/front-page-layout'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { findFrontPage } from '@/server/queries/find-front-page'
import { findFrontPageDesk } from '@/server/queries/find-front-page-desk'
import { findFrontPagePreview } from '@/server/queries/find-front-page-preview'
import { withRenderScope } from '@/server/render-scope'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { layOutFrontPage, previewFrontPage } from './lay-out-front-page'

let database: TestDatabase
const editor: StaffActor = { kind: 'staff', id: 'e1', name: '林编', role: 'editor', desk: null, address: null, userAgent: null }
const story = (articleId: string, until: string | null = null) => ({ articleId, until })
const leads = async (layout?: FrontPageLayout) => (await findFrontPage(layout)).leads.map(({ id }) => id)
const soon = (ms: number) => new Date(Date.now() + ms).toISOString()

beforeAll(async () => {
  database = await createTestDatabase()
  await db().staff.create({ data: { id: 'e1', name: '林编', email: 'e1@paper.test', role: 'editor' } })
  for (const [index, id] of ['aaaaaaaaa1', 'aaaaaaaaa2', 'aaaaaaaaa3', 'aaaaaaaaa4'].entries())
    await insertArticle({ id, at: `2026-11-2${index}T02:00:00Z`, categories: [index < 2 ? 'yaowen' : 'minsheng'] })
  for (const [index, category] of ['yaowen', 'minsheng'].entries())
    await insertArticle({ id: `aaaaaaaaa${5 + index}`, at: '2026-10-01T02:00:00Z', categories: [category] })
  await insertArticle({ id: 'aaaaaaaaa9', publication: 'withdrawn' })
})
afterAll(async () => await database.drop())

it('fills itself while nobody chooses', async () => {
  expect(await leads()).toEqual(['aaaaaaaaa4', 'aaaaaaaaa3', 'aaaaaaaaa2'])
})

it('shows what was chosen, in its order, without what is not public; the rest fills itself', async () => {
  const layout = { ...EMPTY_LAYOUT, stories: [story('aaaaaaaaa1'), story('aaaaaaaaa9')] }
  const before = await findFrontPageDesk()
  const done = await layOutFrontPage(editor, { layout, editionId: before.editionId })
  expect(done.ok).toBe(true)
  expect(await leads()).toEqual(['aaaaaaaaa1', 'aaaaaaaaa4', 'aaaaaaaaa3'])
  const desk = await findFrontPageDesk()
  expect(desk.layout).toEqual(layout)
  expect(desk.history).toMatchObject([{ by: '林编' }])
  expect(await db().auditEntry.count({ where: { action: 'front-page.lay-out', actorId: 'e1' } })).toBe(1)
  expect((await db().busEvent.findMany()).flatMap(({ tags }) => tags)).toContain(FRONT_PAGE)
})

it('refuses a layout made from an edition that is not the last any more, also when two come at once', async () => {
  expect(await layOutFrontPage(editor, { layout: EMPTY_LAYOUT, editionId: 0 })).toEqual({
    ok: false,
    errors: [{ code: 'stale' }],
  })
  const { editionId, layout } = await findFrontPageDesk()
  const both = await Promise.all([1, 2].map(() => layOutFrontPage(editor, { layout, editionId })))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

it('a pinned story and the breaking bar go when their time is over, and the page knows when', async () => {
  const until = soon(60_000)
  const layout: FrontPageLayout = {
    stories: [story('aaaaaaaaa2', until), story('aaaaaaaaa1', soon(-1_000))],
    sections: [],
    breaking: { text: '青河大桥临时封闭', articleId: 'aaaaaaaaa3', until: soon(120_000) },
  }
  await layOutFrontPage(editor, { layout, editionId: (await findFrontPageDesk()).editionId })
  const { result, scope } = await withRenderScope(async () => await findFrontPage())
  expect(result.leads[0]?.id).toBe('aaaaaaaaa2')
  expect(result.leads.map(({ id }) => id)).not.toContain('aaaaaaaaa1')
  expect(result.breaking).toMatchObject({ text: '青河大桥临时封闭', article: { id: 'aaaaaaaaa3' } })
  expect(scope.untilMs).toBe(new Date(until).getTime())
  expect(scope.tags).toContain(FRONT_PAGE)
})

it('sections come in the order chosen; hidden ones do not come', async () => {
  const { categories } = await findFrontPageDesk()
  const id = (name: string) => categories.find((category) => category.name === name)?.id ?? 0
  const sections = async (layout: FrontPageLayout) =>
    (await findFrontPage({ ...layout, stories: [story('aaaaaaaaa4')] })).sections.map(({ category }) => category.slug)
  const both = [
    { categoryId: id('minsheng'), hidden: false },
    { categoryId: id('yaowen'), hidden: false },
  ]
  expect(await sections({ ...EMPTY_LAYOUT, sections: both })).toEqual(['minsheng', 'yaowen'])
  expect(await sections({ ...EMPTY_LAYOUT, sections: both.toReversed() })).toEqual(['yaowen', 'minsheng'])
  expect(await sections({ ...EMPTY_LAYOUT, sections: [{ categoryId: id('yaowen'), hidden: true }] })).toEqual(['minsheng'])
})

it('a preview is seen by whoever has its address and changes nothing', async () => {
  const layout = { ...EMPTY_LAYOUT, stories: [story('aaaaaaaaa1')] }
  const standing = await leads()
  const made = await previewFrontPage(editor, layout)
  expect(made.ok && (await findFrontPagePreview(made.token))).toEqual(layout)
  expect(await findFrontPagePreview('no-such-token')).toBeNull()
  expect(await leads()).toEqual(standing)
  expect(await leads(layout)).not.toEqual(standing)
})

it('is not for reporters', async () => {
  const reporter: StaffActor = { ...editor, role: 'reporter' }
  expect(await layOutFrontPage(reporter, { layout: EMPTY_LAYOUT, editionId: 0 })).toEqual({
    ok: false,
    errors: [{ code: 'denied.role' }],
  })
  expect((await previewFrontPage(reporter, EMPTY_LAYOUT)).ok).toBe(false)
})
