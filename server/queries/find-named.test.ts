import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { initialsOf } from '@/newsroom/initials'
import { sortKeyOf } from '@/newsroom/slug'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { findNamed } from './find-named'
import { findSearchPlaces } from './find-search-places'
import { listRecentSources, listRecentTags, listSearchCategories } from './list-search-choices'

let database: TestDatabase
const found = async (text: string) => (await findNamed(text, 6)).map(({ kind, name, rank }) => `${kind} ${name} ${rank}`)

beforeAll(async () => {
  database = await createTestDatabase()
  await insertArticle({ id: 'publicone01', source: '新乡日报', tags: ['水利', '航天'], categories: ['时政'] })
  await insertArticle({ id: 'publictwo02', source: '新乡晚报', tags: ['水利'], categories: ['时政'] })
  await insertArticle({ id: 'publicsix06', source: '泽川日报', categories: ['泽川日报'] })
  await insertArticle({
    id: 'hiddendraft',
    source: '新乡内参',
    tags: ['水库秘闻'],
    categories: ['内部'],
    publication: 'unpublished',
  })
  for (const table of [Prisma.sql`"Source"`, Prisma.sql`"Tag"`, Prisma.sql`"Category"`]) {
    for (const { id, name } of await db().$queryRaw<{ id: number; name: string }[]>`SELECT "id", "name" FROM ${table}`)
      await db()
        .$executeRaw`UPDATE ${table} SET "sortKey" = ${sortKeyOf(name)}, "initials" = ${initialsOf(name)} WHERE "id" = ${id}`
  }
  const person = async (name: string) =>
    await db().person.create({ data: { name, slug: name, sortKey: sortKeyOf(name), initials: initialsOf(name) } })
  const [public1, hidden] = [await person('张新民'), await person('张隐士')]
  await db().byline.createMany({
    data: [
      { articleId: 'publicone01', revision: 1, position: 0, personId: public1.id, role: 'reporter' },
      { articleId: 'hiddendraft', revision: 1, position: 0, personId: hidden.id, role: 'reporter' },
    ],
  })
  const { id } = await db().tag.findFirstOrThrow({ where: { name: '水利' } })
  await db().tag.create({ data: { name: '水利工程', slug: 'shuiligongcheng', sortKey: 'shuiligongcheng', mergedIntoId: id } })
})
afterAll(async () => await database.drop())

test.each([
  ['新乡日报', ['source 新乡日报 0']],
  ['新乡', ['source 新乡日报 2', 'source 新乡晚报 2']],
  ['xinxiang', ['source 新乡日报 3', 'source 新乡晚报 3']],
  ['Xin xiang ri bao', ['source 新乡日报 1']],
  ['xxrb', ['source 新乡日报 1']],
  ['xx', ['source 新乡日报 4', 'source 新乡晚报 4']],
  ['水', ['tag 水利 2']],
  ['水利工程', ['tag 水利 0']],
  ['张', ['person 张新民 2']],
  ['泽川日报', ['source 泽川日报 0']],
  ['shizheng', ['category 时政 1']],
  // Homophones of what was typed in characters are not offered.
  ['心想', []],
  ['x', []],
  ['', []],
  ["%_'\\", []],
])('%s finds %j', async (text, names) => expect(await found(text)).toEqual(names))

it('never tells of names that only drafts carry', async () => {
  for (const text of ['新乡内参', '水库', '内部', '张隐士', 'xxnc', 'nb']) expect(await found(text), text).toEqual([])
  expect(await findSearchPlaces({ source: '新乡内参', category: '内部', tag: '水库秘闻' })).toEqual({
    source: null,
    category: null,
    tag: null,
  })
  expect((await listSearchCategories()).map(({ name }) => name)).toEqual(['时政', '泽川日报'])
  expect((await listRecentSources()).map(({ name }) => name)).toEqual(['新乡日报', '新乡晚报', '泽川日报'])
  expect((await listRecentTags()).map(({ name }) => name)).toEqual(['水利', '航天'])
})

it('reads a filter by name or slug, through what was merged', async () => {
  await db().source.update({ where: { name: '新乡日报' }, data: { slug: 'xinxiangribao' } })
  const place = { slug: 'xinxiangribao', name: '新乡日报' }
  expect(await findSearchPlaces({ source: '新乡日报', category: null, tag: '水利工程' })).toEqual({
    source: place,
    tag: { slug: '水利', name: '水利' },
  })
  expect(await findSearchPlaces({ source: 'xinxiangribao', category: null, tag: null })).toEqual({ source: place })
})
