import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { EVERYTHING } from '@/newsroom/cache-tags'
import type { Outcome } from '@/newsroom/desk/outcome'
import { db } from '@/server/db'
import { findAddress } from '@/server/queries/find-address'
import { findArticle } from '@/server/queries/find-article'
import { findCategory } from '@/server/queries/find-category'
import { findRedirect } from '@/server/queries/find-redirect'
import { listCorrections } from '@/server/queries/list-corrections'
import { findListedName, listListedNames } from '@/server/queries/list-listed-names'
import { withRenderScope } from '@/server/render-scope'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { SYSTEM } from './actor'
import { changeCategory, orderCategories } from './change-category'
import { changeTag, deleteUnusedTags } from './change-tag'
import { correctArticle } from './correct-article'
import { openDesk, type TestDesk, well } from './desk-fixture'
import { mergeNames } from './merge-names'
import { publishArticle } from './publish-article'
import { restoreArticle } from './restore-article'
import { undoMerge } from './undo-merge'
import { unpublishArticle } from './unpublish-article'
import { withdrawArticle } from './withdraw-article'

// What a page read is what it depends on: whoever asked before a change is told of it.

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Article", "Tag", "Redirect", "BusEvent" RESTART IDENTITY CASCADE`
  await db().$executeRaw`DELETE FROM "Category" WHERE "slug" NOT LIKE 'reviews-%'`
})

/** That the deed gives another answer, and tells whoever keeps the one of before. */
async function expectTold(answer: () => Promise<unknown>, deed: () => Promise<Outcome>): Promise<void> {
  const { result: before, scope } = await withRenderScope(async () => await answer())
  const position = (await db().busEvent.aggregate({ _max: { id: true } }))._max.id ?? 0n
  well(await deed())
  expect(await answer()).not.toEqual(before)
  const events = await db().busEvent.findMany({ where: { id: { gt: position } } })
  const told = events.flatMap(({ tags }) => tags)
  expect(told).not.toContain(EVERYTHING)
  expect(told.filter((tag) => scope.tags.has(tag))).not.toEqual([])
}

const makeCategory = async (slug: string, parentId: number | null = null) =>
  (await db().category.create({ data: { slug, name: slug, sortKey: slug, parentId } })).id
const categoryInput = (name: string, parentId: number | null = null) => ({ name, slug: name, parentId, reviewStages: 3 })
const tagOf = async (slug: string) => (await db().tag.findUniqueOrThrow({ where: { slug } })).id

describe('a category’s page is told', () => {
  it('that the one above it has another name', async () => {
    const above = await makeCategory('above')
    await makeCategory('below', above)
    await expectTold(
      () => findCategory('below'),
      () => changeCategory(SYSTEM, above, categoryInput('renamed')),
    )
  })

  it('that one came below it, whether made, moved or in another place', async () => {
    const above = await makeCategory('above')
    const [one, other] = [await makeCategory('one'), await makeCategory('other', above)]
    await expectTold(
      () => findCategory('above'),
      () => changeCategory(SYSTEM, one, categoryInput('one', above)),
    )
    await expectTold(
      () => findCategory('above'),
      () => orderCategories(SYSTEM, [other, one]),
    )
    await expectTold(
      () => findCategory('above'),
      () => changeCategory(SYSTEM, null, categoryInput('third', above)),
    )
    await expectTold(
      () => findCategory('above'),
      () => changeCategory(SYSTEM, other, categoryInput('other', null)),
    )
  })

  it('that a merge of one below it was taken back', async () => {
    const above = await makeCategory('above')
    const [fromId, intoId] = [await makeCategory('from', above), await makeCategory('into')]
    const { mergeId } = well(await mergeNames(SYSTEM, { kind: 'category', fromId, intoId }))
    await expectTold(
      () => findCategory('above'),
      () => undoMerge(SYSTEM, mergeId),
    )
  })
})

describe('what machines are told of a name is told', () => {
  it('that the category above it has another name', async () => {
    const above = await makeCategory('above')
    await makeCategory('below', above)
    await insertArticle({ id: 'aaaaaaaa01', categories: ['below'] })
    await expectTold(
      () => findListedName('category', 'below'),
      () => changeCategory(SYSTEM, above, categoryInput('renamed')),
    )
  })

  it('that nothing carries it any more', async () => {
    await insertArticle({ id: 'aaaaaaaa01', tags: ['only'] })
    await expectTold(
      () => listListedNames('tag', { after: null, size: 1 }),
      () => unpublishArticle(SYSTEM, { articleId: 'aaaaaaaa01' }),
    )
  })

  it('that it is another’s address now', async () => {
    await insertArticle({ id: 'aaaaaaaa01', tags: ['old', 'zzz'] })
    const zzz = await tagOf('zzz')
    const shown = { after: null, size: 1 }
    await expectTold(
      () => findListedName('tag', 'new'),
      async () => changeTag(SYSTEM, await tagOf('old'), { name: 'old', slug: 'new', synonyms: [] }),
    )
    await expectTold(
      () => listListedNames('tag', shown),
      () => changeTag(SYSTEM, zzz, { name: 'zzz', slug: 'aaa', synonyms: [] }),
    )
  })
})

describe('an address that leads to a name is told', () => {
  it('that the name has another address, became part of another, or stands by itself again', async () => {
    await insertArticle({ id: 'aaaaaaaa01', tags: ['one', 'two', 'three'] })
    const [one, two, three] = [await tagOf('one'), await tagOf('two'), await tagOf('three')]
    well(await mergeNames(SYSTEM, { kind: 'tag', fromId: one, intoId: two }))
    const leads = () => findRedirect('/tag/one', null)
    await expectTold(leads, () => changeTag(SYSTEM, two, { name: 'two', slug: 'second', synonyms: [] }))
    let mergeId = 0
    await expectTold(leads, async () => {
      const merged = await mergeNames(SYSTEM, { kind: 'tag', fromId: two, intoId: three })
      if (merged.ok) mergeId = merged.mergeId
      return merged
    })
    await expectTold(leads, () => undoMerge(SYSTEM, mergeId))
  })

  it('that the name is deleted', async () => {
    await insertArticle({ id: 'aaaaaaaa01', tags: ['used'] })
    const { id } = await db().tag.create({ data: { slug: 'now', name: 'unused', sortKey: 'unused' } })
    await db().redirect.create({ data: { path: '/tag/before', tagId: id } })
    await expectTold(
      () => findRedirect('/tag/before', null),
      () => deleteUnusedTags(SYSTEM, [id]),
    )
  })
})

it('the list of corrections is told that a corrected article is back', async () => {
  const articleId = 'aaaaaaaa01'
  await insertArticle({ id: articleId })
  well(await correctArticle(SYSTEM, { articleId, wrong: '五', right: '六' }))
  well(await withdrawArticle(desk.chief, { articleId, reason: '有误', approver: '顾主编' }))
  await expectTold(listCorrections, () => restoreArticle(desk.chief, { articleId, reason: '无误' }))
  well(await unpublishArticle(SYSTEM, { articleId }))
  await expectTold(listCorrections, () => publishArticle(SYSTEM, { articleId }))
})

it('what a clock behind the database’s does not show yet is asked again when it does', async () => {
  const at = new Date('2026-11-23T02:00:00Z')
  await insertArticle({ id: 'aaaaaaaa01', at: at.toISOString() })
  vi.useFakeTimers({ now: at.getTime() - 700, toFake: ['Date'] })
  try {
    for (const answer of [() => findArticle('aaaaaaaa01'), () => findAddress('aaaaaaaa01')]) {
      const { result, scope } = await withRenderScope<unknown>(answer)
      expect(result).toBeNull()
      expect(scope.untilMs).toBe(at.getTime())
    }
  } finally {
    vi.useRealTimers()
  }
})
