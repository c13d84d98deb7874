import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { fillAll } from '@/server/commands/search-fixture'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { suggestArticles } from './suggest-articles'
import { suggestCategories } from './suggest-categories'
import { suggestNames } from './suggest-names'
import { suggestPeople } from './suggest-people'
import { suggestStaff } from './suggest-staff'

const actor: StaffActor = { kind: 'staff', id: 'a', name: '王编', role: 'editor', desk: null, address: null, userAgent: null }
const labels = (found: { label: string }[]) => found.map(({ label }) => label)
const tag = (name: string, sortKey: string, initials: string, mergedIntoId: number | null = null) =>
  db().tag.create({ data: { name, slug: sortKey, sortKey, initials, mergedIntoId } })

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('tags', () => {
  beforeAll(async () => {
    const xinxiang = await tag('新乡', 'xinxiang', 'xx')
    await tag('新乡日报', 'xinxiangribao', 'xxrb')
    await tag('信息', 'xinxi', 'xx')
    await tag('河南新乡', 'henanxinxiang', 'hnxx')
    await tag('新乡市', 'xinxiangshi', 'xxs', xinxiang.id)
    await tag('100%纯棉', '100%chunmian', '100cm')
    await db().tagSynonym.create({ data: { term: '牧野', tagId: xinxiang.id } })
    const daily = await db().tag.findUniqueOrThrow({ where: { name: '新乡日报' } })
    await insertArticle({ id: 'aaaa0001' })
    await db().articleTag.create({ data: { articleId: 'aaaa0001', tagId: daily.id } })
  })

  it.each([
    ['新乡', ['新乡', '新乡日报', '河南新乡']],
    ['xinxiang', ['新乡日报', '新乡']],
    ['xx', ['新乡日报', '新乡', '信息']],
    ['XXRB', ['新乡日报']],
    ['乡日', ['新乡日报']],
    ['牧', ['新乡']],
    ['新乡市', ['新乡']],
    ['100%', ['100%纯棉']],
    ['_', []],
    ['查无此词', []],
  ])('%s finds %j', async (text, expected) => expect(labels(await suggestNames('tags', text))).toEqual(expected))

  it('finds a name by any part of it, however its characters are read', async () => {
    const name = 'A股·重庆 5G城'
    const { id } = await tag(name, 'agu·chongqing5gcheng', 'agcq5gc')
    const characters = [...name]
    for (const from of characters.keys())
      for (const to of characters.keys()) {
        const part = characters.slice(from, to + 1).join('')
        if (part.trim() === '') continue
        expect(
          (await suggestNames('tags', part)).map((found) => found.id),
          part,
        ).toContain(id)
      }
    expect(labels(await suggestNames('tags', '城股'))).toEqual([])
    await db().tag.delete({ where: { id } })
  })

  it('keeps what only holds a text for lists that are not full', async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({
      name: `漪江${index}桥`,
      slug: `yi-${index}`,
      sortKey: `yijiang${index}`,
    }))
    await db().tag.createMany({ data: [...many, { name: '大漪江', slug: 'dayi', sortKey: 'dayijiang' }] })
    expect(labels(await suggestNames('tags', '漪江'))).not.toContain('大漪江')
    expect(labels(await suggestNames('tags', '漪江1'))).toHaveLength(11)
    expect(labels(await suggestNames('tags', '大漪'))).toEqual(['大漪江'])
    await db().tag.deleteMany({ where: { name: { contains: '漪江' } } })
  })

  it('says by which other word one was found, and how often it is used', async () => {
    expect((await suggestNames('tags', '牧野'))[0]).toMatchObject({ label: '新乡', alias: '牧野', uses: 0 })
    expect((await suggestNames('tags', '新乡日报'))[0]).toEqual({ id: expect.any(Number), label: '新乡日报', uses: 1 })
  })

  it('offers what was used lately where nothing is typed', async () => {
    expect(labels(await suggestNames('tags', ' '))).toEqual(['新乡日报'])
  })
})

it('tells people of one name apart by what they are today', async () => {
  const person = await db().person.create({ data: { name: '李明', slug: '李明', sortKey: 'liming', initials: 'lm' } })
  const titles = [
    { title: '实习记者', until: new Date('2020-01-01') },
    { title: '首席记者', from: new Date('2020-01-02') },
  ]
  await db().personTitle.createMany({ data: titles.map((title) => ({ personId: person.id, ...title })) })
  expect(await suggestPeople('lm')).toEqual([{ id: person.id, label: '李明', uses: 0, title: '首席记者' }])
})

it('shows where a category lies and whether it is the asker’s', async () => {
  const named = (name: string, initials: string) => ({ name, slug: initials, sortKey: initials, initials })
  const home = await db().category.create({ data: named('国内', 'gn') })
  const henan = await db().category.create({ data: { ...named('河南', 'hn'), parentId: home.id } })
  const world = await db().category.create({ data: named('国际', 'gj') })
  expect(await suggestCategories({ ...actor, desk: [world.id] }, 'g')).toEqual([
    { id: world.id, label: '国际', uses: 0, allowed: true },
    { id: home.id, label: '国内', uses: 0, allowed: false },
  ])
  expect(labels(await suggestCategories(actor, '河'))).toEqual(['国内 / 河南'])
  expect((await suggestCategories(actor, 'hn'))[0]?.id).toBe(henan.id)
})

it('finds live articles to link to by their headlines', async () => {
  await insertArticle({ id: 'aaaa1112', headline: '河边开了一家书店', at: '2026-11-23T02:00:00Z' })
  await insertArticle({ id: 'aaaa2223', headline: '河边书店的秘密', publication: 'unpublished' })
  await fillAll()
  expect(await suggestArticles('河边')).toEqual([
    { id: 'aaaa1112', label: '河边开了一家书店', href: '/2026/11/23/aaaa1112', day: '2026-11-23', category: 'yaowen' },
  ])
  expect(labels(await suggestArticles(''))).toContain('河边开了一家书店')
})

it('finds colleagues who still work here', async () => {
  const staff = (id: string, name: string, disabledAt: Date | null = null) => ({
    id,
    name,
    email: `${id}@example.test`,
    disabledAt,
  })
  await db().staff.createMany({ data: [staff('1', '王小明'), staff('2', '王晓梅', new Date()), staff('3', '赵一')] })
  expect(labels(await suggestStaff('wx'))).toEqual(['王小明'])
  expect(labels(await suggestStaff('赵'))).toEqual(['赵一'])
})
