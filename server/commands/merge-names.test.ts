import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { findCategory } from '@/server/queries/find-category'
import { findRedirect } from '@/server/queries/find-redirect'
import { listArticles } from '@/server/queries/list-articles'
import { listMerges } from '@/server/queries/list-merges'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { changeTag } from './change-tag'
import { ensureCategories } from './ensure-categories'
import { ensureTags } from './ensure-names'
import { mergeNames } from './merge-names'
import { undoMerge } from './undo-merge'

let database: TestDatabase | undefined
const chief: StaffActor = { kind: 'staff', id: 'c1', name: '顾主编', role: 'chief', desk: null, address: null, userAgent: null }
const tag = async (slug: string) => await db().tag.findUniqueOrThrow({ where: { slug } })
const category = async (slug: string) => await db().category.findUniqueOrThrow({ where: { slug } })
const tagsOf = async (articleId: string) =>
  (await db().articleTag.findMany({ where: { articleId }, include: { tag: true }, orderBy: { position: 'asc' } })).map(
    (row) => row.tag.slug,
  )

/** Rows that join, names, addresses: everything a merge touches. */
async function everything() {
  return {
    tags: await db().articleTag.findMany({ orderBy: [{ articleId: 'asc' }, { tagId: 'asc' }], omit: { touchedAt: true } }),
    categories: await db().articleCategory.findMany({
      orderBy: [{ articleId: 'asc' }, { categoryId: 'asc' }],
      omit: { touchedAt: true },
    }),
    sources: await db().article.findMany({ select: { id: true, sourceId: true }, orderBy: { id: 'asc' } }),
    bylines: await db().byline.findMany({ orderBy: [{ articleId: 'asc' }, { position: 'asc' }], omit: { touchedAt: true } }),
    tree: await db().category.findMany({ select: { id: true, parentId: true, mergedIntoId: true }, orderBy: { id: 'asc' } }),
    names: await db().tag.findMany({ select: { id: true, mergedIntoId: true }, orderBy: { id: 'asc' } }),
    redirects: await db().redirect.findMany({ orderBy: { path: 'asc' }, omit: { createdAt: true } }),
  }
}

beforeEach(async () => {
  await database?.drop()
  database = await createTestDatabase()
  await db().staff.create({ data: { id: 'c1', name: '顾主编', email: 'c1@paper.test', role: 'chief' } })
  await insertArticle({ id: 'aaaaaaaaa1', tags: ['shuili', 'fangxun'], categories: ['yaowen', 'minsheng'], source: '泽川日报' })
  await insertArticle({ id: 'aaaaaaaaa2', tags: ['fangxun', 'shuili'], categories: ['minsheng'], source: '泽川晚报' })
  await insertArticle({ id: 'aaaaaaaaa3', tags: ['fangxun'], categories: ['yaowen'] })
})
afterAll(async () => await database?.drop())

describe('merging tags', () => {
  it('moves what carried it, keeps the better place, and its address leads on', async () => {
    const [from, into] = [await tag('fangxun'), await tag('shuili')]
    expect(await mergeNames(chief, { kind: 'tag', fromId: from.id, intoId: into.id })).toMatchObject({ ok: true })
    for (const id of ['aaaaaaaaa1', 'aaaaaaaaa2', 'aaaaaaaaa3']) expect(await tagsOf(id)).toEqual(['shuili'])
    expect(await findRedirect('/tag/fangxun', null)).toBe('/tag/shuili')
    expect((await listArticles(`tag:${into.id}`)).items).toHaveLength(3)
    expect(await db().auditEntry.count({ where: { action: 'tag.merge', subject: `tag:${from.id}` } })).toBe(1)
  })

  it('is taken back to the letter', async () => {
    const before = await everything()
    const [from, into] = [await tag('fangxun'), await tag('shuili')]
    const merged = await mergeNames(chief, { kind: 'tag', fromId: from.id, intoId: into.id })
    expect(await listMerges('tag')).toMatchObject([{ from: 'fangxun', into: 'shuili', by: '顾主编' }])
    expect(merged.ok && (await undoMerge(chief, merged.mergeId))).toEqual({ ok: true })
    expect(await everything()).toEqual(before)
    expect(await findRedirect('/tag/fangxun', null)).toBeNull()
  })

  it('what was filed otherwise since stays so', async () => {
    const [from, into] = [await tag('fangxun'), await tag('shuili')]
    const merged = await mergeNames(chief, { kind: 'tag', fromId: from.id, intoId: into.id })
    await db().articleTag.deleteMany({ where: { articleId: 'aaaaaaaaa3' } })
    if (merged.ok) await undoMerge(chief, merged.mergeId)
    expect(await tagsOf('aaaaaaaaa3')).toEqual([])
    expect(await tagsOf('aaaaaaaaa1')).toEqual(['shuili', 'fangxun'])
  })

  it('of three: a later merge has to be taken back first', async () => {
    await insertArticle({ id: 'aaaaaaaaa4', tags: ['hedao'] })
    const [first, second, third] = [await tag('fangxun'), await tag('shuili'), await tag('hedao')]
    const before = await everything()
    const one = await mergeNames(chief, { kind: 'tag', fromId: first.id, intoId: second.id })
    const two = await mergeNames(chief, { kind: 'tag', fromId: second.id, intoId: third.id })
    expect(await findRedirect('/tag/fangxun', null)).toBe('/tag/hedao')
    if (!one.ok || !two.ok) throw new Error('both merge')
    expect(await undoMerge(chief, one.mergeId)).toEqual({ ok: false, errors: [{ code: 'merge.later' }] })
    expect((await undoMerge(chief, two.mergeId)).ok && (await undoMerge(chief, one.mergeId)).ok).toBe(true)
    expect(await everything()).toEqual(before)
  })
})

describe('merging categories', () => {
  it('takes children, old addresses and the archive’s name along, and back', async () => {
    const [from, into] = [await category('minsheng'), await category('yaowen')]
    await db().category.create({ data: { slug: 'shequ', name: '社区', sortKey: 'shequ', parentId: from.id } })
    const before = await everything()
    const merged = await mergeNames(chief, { kind: 'category', fromId: from.id, intoId: into.id })
    expect(await findCategory('minsheng')).toBeNull()
    expect(await findRedirect('/category/minsheng', null)).toBe('/category/yaowen')
    expect(await findRedirect('/category/minsheng.html', null)).toBe('/category/yaowen')
    expect((await findCategory('yaowen'))?.children).toEqual([{ slug: 'shequ', name: '社区' }])
    expect((await listArticles(`category:${into.id}`)).items).toHaveLength(3)
    expect(merged.ok && (await undoMerge(chief, merged.mergeId))).toEqual({ ok: true })
    expect(await everything()).toEqual(before)
  })

  it('not into one below it', async () => {
    const [from, into] = [await category('minsheng'), await category('yaowen')]
    await db().category.update({ where: { id: into.id }, data: { parentId: from.id } })
    expect(await mergeNames(chief, { kind: 'category', fromId: from.id, intoId: into.id })).toEqual({
      ok: false,
      errors: [{ code: 'merge.into-child' }],
    })
  })
})

it('sources and people are merged and unmerged', async () => {
  const [daily, evening] = await db().source.findMany({ orderBy: { name: 'asc' } })
  const [one, other] = await db().person.createManyAndReturn({
    data: [
      { slug: '李明', name: '李明' },
      { slug: '黎明', name: '黎明' },
    ],
  })
  await db().byline.create({
    data: { articleId: 'aaaaaaaaa1', revision: 1, position: 0, personId: other?.id ?? 0, role: 'reporter' },
  })
  const before = await everything()
  const merges = [
    await mergeNames(chief, { kind: 'source', fromId: evening?.id ?? 0, intoId: daily?.id ?? 0 }),
    await mergeNames(chief, { kind: 'person', fromId: other?.id ?? 0, intoId: one?.id ?? 0 }),
  ]
  expect(await db().article.count({ where: { sourceId: daily?.id ?? 0 } })).toBe(2)
  expect(await db().byline.count({ where: { personId: one?.id ?? 0 } })).toBe(1)
  for (const merged of merges) expect(merged.ok && (await undoMerge(chief, merged.mergeId))).toEqual({ ok: true })
  expect(await everything()).toEqual(before)
})

it('is the chief’s; never with itself, nor twice', async () => {
  const [from, into] = [await tag('fangxun'), await tag('shuili')]
  const merge = { kind: 'tag', fromId: from.id, intoId: into.id } as const
  expect(await mergeNames({ ...chief, role: 'editor' }, merge)).toEqual({ ok: false, errors: [{ code: 'denied.role' }] })
  expect(await mergeNames(chief, { ...merge, intoId: from.id })).toEqual({ ok: false, errors: [{ code: 'merge.same' }] })
  const both = await Promise.all([mergeNames(chief, merge), mergeNames(chief, merge)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

it('an archive that still says the old name files under the one that stands', async () => {
  const [from, into] = [await tag('fangxun'), await tag('shuili')]
  await mergeNames(chief, { kind: 'tag', fromId: from.id, intoId: into.id })
  await changeTag(chief, into.id, { name: '水利工程', slug: 'shuili', synonyms: [] })
  const ids = await db().$transaction(async (tx) => await ensureTags(tx, ['fangxun', 'shuili', '水利工程']))
  expect(new Set(ids.values())).toEqual(new Set([into.id]))
  const [old, standing] = [await category('minsheng'), await category('yaowen')]
  await mergeNames(chief, { kind: 'category', fromId: old.id, intoId: standing.id })
  const found = await db().$transaction(async (tx) => await ensureCategories(tx, [{ archiveName: 'minsheng', name: 'minsheng' }]))
  expect(found.ids.get('minsheng')).toBe(standing.id)
})
