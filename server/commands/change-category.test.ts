import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { findCategory } from '@/server/queries/find-category'
import { findPeople } from '@/server/queries/find-people'
import { findRedirect } from '@/server/queries/find-redirect'
import { listCategoryTree } from '@/server/queries/list-category-tree'
import { listNames } from '@/server/queries/list-names'
import { suggestAddress } from '@/server/queries/suggest-address'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { changeCategory, orderCategories } from './change-category'
import { changePerson } from './change-person'
import { changeSource } from './change-source'
import { changeTag, deleteUnusedTags } from './change-tag'

let database: TestDatabase
const chief: StaffActor = { kind: 'staff', id: 'c1', name: '顾主编', role: 'chief', desk: null, address: null, userAgent: null }
const input = { name: '民生', slug: 'minsheng', parentId: null, reviewStages: 3 }

beforeAll(async () => {
  database = await createTestDatabase()
  await insertArticle({ id: 'aaaaaaaaa1', categories: ['yaowen'], tags: ['shuili', 'fangxun'], source: '泽川日报' })
})
afterAll(async () => await database.drop())

it('a category is made, renamed, moved; its old address leads to the new one and back again', async () => {
  const made = await changeCategory(chief, null, input)
  if (!made.ok) throw new Error('it is made')
  const { id } = made
  await changeCategory(chief, id, { ...input, name: '百姓', slug: 'baixing', reviewStages: 1 })
  expect(await findCategory('baixing')).toMatchObject({ id, name: '百姓' })
  expect(await findRedirect('/category/minsheng', null)).toBe('/category/baixing')
  await changeCategory(chief, id, input)
  expect(await findCategory('minsheng')).toMatchObject({ id })
  expect(await findRedirect('/category/baixing', null)).toBe('/category/minsheng')
  const child = await changeCategory(chief, null, { ...input, name: '社区', slug: 'shequ', parentId: id })
  expect(child.ok && (await changeCategory(chief, id, { ...input, parentId: child.id }))).toEqual({
    ok: false,
    errors: [{ code: 'category.loop', field: 'parentId' }],
  })
  const tree = await listCategoryTree()
  expect(tree.map(({ slug, depth }) => `${depth}${slug}`)).toEqual(['0yaowen', '0minsheng', '1shequ'])
  await orderCategories(chief, [id, tree[0]?.id ?? 0])
  expect((await listCategoryTree()).map(({ slug }) => slug)).toEqual(['minsheng', 'shequ', 'yaowen'])
})

it('names and addresses that are taken are told by field', async () => {
  expect(await changeCategory(chief, null, { ...input, slug: 'YAOWEN'.toLowerCase() })).toMatchObject({
    errors: [{ code: 'slug-taken', field: 'slug' }],
  })
  expect(await changeCategory({ ...chief, role: 'editor' }, null, input)).toEqual({
    ok: false,
    errors: [{ code: 'denied.role' }],
  })
})

it('a name that comes without an address is given one in pinyin that is nobody’s', async () => {
  const slugOf = async (outcome: Awaited<ReturnType<typeof changeCategory>>) => {
    if (!outcome.ok) throw new Error('it is made')
    return (await db().category.findUniqueOrThrow({ where: { id: outcome.id } })).slug
  }
  expect(await suggestAddress('category', '健康', null)).toBe('jiankang')
  const made = await changeCategory(chief, null, { ...input, name: '健康', slug: '' })
  expect(await slugOf(made)).toBe('jiankang')
  expect(await suggestAddress('category', '健康', null)).toBe('jiankang-2')
  expect(await slugOf(await changeCategory(chief, null, { ...input, name: '健康', slug: '' }))).toBe('jiankang-2')
  // its own address is no other's
  if (made.ok) expect(await slugOf(await changeCategory(chief, made.id, { ...input, name: '健康', slug: '' }))).toBe('jiankang')
  expect(await suggestAddress('tag', ' ', null)).toBe('')
})

it('a tag has synonyms that are nobody else’s; unused tags are found and deleted, used ones never', async () => {
  const [fangxun, shuili] = await db().tag.findMany({ orderBy: { slug: 'asc' } })
  if (!fangxun || !shuili) throw new Error('both are there')
  const tag = { name: '防汛', slug: 'fangxun', synonyms: ['汛情', '抗洪'] }
  expect(await changeTag(chief, fangxun.id, tag)).toEqual({ ok: true })
  expect((await listNames('tag', { text: '防汛' })).items).toMatchObject([
    { slug: 'fangxun', hint: 'fangxun、抗洪、汛情', uses: 1 },
  ])
  expect(await changeTag(chief, shuili.id, { name: '水利', slug: 'shuili', synonyms: ['汛情', '防汛'] })).toMatchObject({
    errors: [{ code: 'synonym-taken' }, { code: 'synonym-is-tag' }],
  })
  const unused = await db().tag.create({ data: { name: '无人', slug: 'wuren', sortKey: 'wuren' } })
  expect((await listNames('tag', { unused: true })).items.map(({ name }) => name)).toEqual(['无人'])
  expect(await deleteUnusedTags(chief, [unused.id, fangxun.id])).toEqual({ ok: true, count: 1 })
})

it('lists names by pinyin, finds them by initials, and pages to the end', async () => {
  await db().tag.createMany({
    data: Array.from({ length: 120 }, (_, n) => ({ name: `号${n}`, slug: `hao-${n}`, sortKey: `hao${n}`, initials: `h${n}` })),
  })
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await listNames('tag', after === undefined ? {} : { after })
    seen.push(...page.items.map(({ name }) => name))
    if (page.next === null) break
    after = page.next
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(122)
  expect((await listNames('tag', { text: 'FX' })).items.map(({ name }) => name)).toEqual(['防汛'])
})

it('sources and people are changed', async () => {
  const source = await db().source.findFirstOrThrow()
  expect(await changeSource(chief, source.id, { name: '泽川日报社', slug: 'zcrb', url: 'https://zc.example/' })).toEqual({
    ok: true,
  })
  expect(await findRedirect(`/source/${source.slug}`, null)).toBe('/source/zcrb')
  const person = await db().person.create({ data: { slug: '李明', name: '李明' } })
  const titles = [{ title: '副刊主任', from: '2024-03-01', until: null }]
  expect(await changePerson(chief, person.id, { name: '李 明', titles })).toEqual({ ok: true })
  expect(await findPeople([person.id])).toEqual({ [person.id]: { name: '李 明', titles } })
  expect((await listNames('person', {})).items).toMatchObject([{ name: '李 明', hint: '副刊主任', uses: 0 }])
})
