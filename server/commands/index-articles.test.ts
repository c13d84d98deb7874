import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseSearch } from '@/newsroom/search/search-query'
import { db } from '@/server/db'
import { searchArticles } from '@/server/queries/search-articles'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { SYSTEM } from './actor'
import { changePerson } from './change-person'
import { changeSource } from './change-source'
import { changeTag } from './change-tag'
import { openDesk, publishableText, rewrite, type TestDesk, well, write } from './desk-fixture'
import { fillSearch, markOldEntries, staleCount } from './fill-search'
import { importArticles } from './import-articles'
import { fileOf } from './import-fixture'
import { labelArticle } from './label-article'
import { mergeNames } from './merge-names'
import { publishArticle } from './publish-article'
import { restoreArticle } from './restore-article'
import { fillAll } from './search-fixture'
import { undoMerge } from './undo-merge'
import { unpublishArticle } from './unpublish-article'
import { withdrawArticle } from './withdraw-article'

let database: TestDatabase
let desk: TestDesk
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await openDesk()
})
afterAll(async () => await database.drop())

const NO_FILTER = { source: null, author: null, category: null, tag: null, from: null, to: null, order: 'newest' as const }
async function find(text: string): Promise<string[]> {
  const answer = await searchArticles({ ...NO_FILTER, ...parseSearch(text) })
  return answer.state === 'found' && answer.parts.length === 0 ? answer.hits.map(({ id }) => id) : []
}

/** Written and put before readers. */
async function publish(headline: string, more: Parameters<typeof publishableText>[1] = {}): Promise<string> {
  const articleId = await write(desk.chief, publishableText(desk.categories[0], { headline, ...more }))
  well(await publishArticle(desk.chief, { articleId }))
  return articleId
}

test('what is published is found at once, and as it is now', async () => {
  const articleId = await publish('铁匠铺重新开张')
  expect(await find('铁匠铺')).toEqual([articleId])
  await rewrite(desk.chief, articleId, { headline: '木匠铺重新开张' })
  expect([await find('铁匠铺'), await find('木匠铺')]).toEqual([[articleId], []])
  well(await publishArticle(desk.chief, { articleId }))
  expect([await find('铁匠铺'), await find('木匠铺')]).toEqual([[], [articleId]])
  expect(await staleCount()).toBe(0)
})

test('what readers have no more is found no more, until they have it again', async () => {
  const articleId = await publish('渡口停航通知')
  well(await withdrawArticle(desk.chief, { articleId, reason: '有误', approver: '陶管理', notice: '' }))
  expect(await find('渡口停航')).toEqual([])
  expect(await db().searchEntry.count({ where: { articleId } })).toBe(0)
  well(await restoreArticle(desk.chief, { articleId, reason: '查实' }))
  expect(await find('渡口停航')).toEqual([articleId])
  well(await unpublishArticle(desk.chief, { articleId }))
  expect(await find('渡口停航')).toEqual([])
})

test('labels are found, as they are after a change, a new name, a merge and its undoing', async () => {
  const named = (name: string) => ({ name, slug: name, sortKey: name })
  const [wind, sun] = [await db().tag.create({ data: named('风电') }), await db().tag.create({ data: named('光伏') })]
  const source = await db().source.create({ data: named('能源周报') })
  const articleId = await publish('塔筒吊装完成', { tagIds: [wind.id], sourceId: source.id })
  expect(await find('吊装 风电')).toEqual([articleId])
  well(await labelArticle(desk.chief, { articleId, addTagIds: [sun.id], removeTagIds: [wind.id], category: null }))
  expect([await find('吊装 风电'), await find('标签:光伏')]).toEqual([[], [articleId]])
  well(await changeTag(desk.chief, sun.id, { name: '太阳能', slug: 'taiyangneng', synonyms: [] }))
  well(await changeSource(desk.chief, source.id, { name: '能源日报', slug: 'nengyuan', url: null }))
  await fillAll()
  expect([await find('吊装 太阳能'), await find('吊装 光伏'), await find('能源日报'), await find('来源:nengyuan')]).toEqual([
    [articleId],
    [],
    [articleId],
    [articleId],
  ])
  const { mergeId } = well(await mergeNames(desk.chief, { kind: 'tag', fromId: sun.id, intoId: wind.id }))
  await fillAll()
  expect([await find('吊装 风电'), await find('吊装 太阳能')]).toEqual([[articleId], []])
  well(await undoMerge(desk.chief, mergeId))
  await fillAll()
  expect([await find('吊装 风电'), await find('吊装 太阳能')]).toEqual([[], [articleId]])
})

test('a writer is found by name', async () => {
  const person = await db().person.create({ data: { slug: 'gutian', name: '顾恬' } })
  const articleId = await publish('河滩上的风筝', { bylines: [{ personId: person.id, role: 'reporter' }] })
  expect([await find('顾恬'), await find('风筝 作者:顾恬'), await find('风筝 作者:别人')]).toEqual([[articleId], [articleId], []])
  well(await changePerson(desk.chief, person.id, { name: '顾甜', titles: [] }))
  await fillAll()
  expect([await find('顾恬'), await find('顾甜')]).toEqual([[], [articleId]])
})

test('an article longer than one entry is found by words that stand far apart, and by its end', async () => {
  // Every pair of characters once: more than a tsvector holds.
  const characters = Array.from({ length: 600 }, (_, index) => String.fromCodePoint(0x4e00 + index))
  const pairs = characters.flatMap((first, at) => characters.slice(at, at + 420).map((second) => first + second)).join('，')
  const bodyHtml = `<p>开头的鸬鹚。</p><p>${pairs}</p><p>结尾的鹈鹕。</p>`
  const id = 'longestone1'
  await insertArticle({ id, headline: '万字长卷', bodyHtml })
  await fillAll()
  expect(await db().searchEntry.count({ where: { articleId: id } })).toBeGreaterThan(1)
  expect([await find('鸬鹚 鹈鹕'), await find('万字长卷 结尾的鹈鹕'), await find('万字长卷 -鹈鹕')]).toEqual([[id], [id], []])
})

test('whoever writes without a word about search leaves a mark, and the loop does the rest', async () => {
  await insertArticle({ id: 'older000001', headline: '旧版写下的芦苇荡' })
  expect([await find('芦苇荡'), await staleCount()]).toEqual([[], 1])
  await fillAll()
  expect([await find('芦苇荡'), await staleCount()]).toEqual([['older000001'], 0])
  await db().searchEntry.updateMany({ where: { articleId: 'older000001' }, data: { version: 0 } })
  await markOldEntries()
  expect(await staleCount()).toBe(1)
  await fillAll()
  expect(await db().searchEntry.count({ where: { version: 0 } })).toBe(0)
})

test('an article somebody is changing is left for later, and nobody waits', async () => {
  await insertArticle({ id: 'changing001', headline: '正在改的稿子' })
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE "Article" SET "version" = "version" + 1 WHERE "id" = 'changing001'`
    expect(await fillSearch()).toBe(0)
  })
  expect(await fillSearch()).toBe(1)
})

test('what an import brings is found: a few at once, an archive right behind it', async () => {
  const { id: runId } = await db().importRun.create({ data: { archive: 'test' } })
  const importFiles = (files: ReturnType<typeof fileOf>[]) => importArticles(SYSTEM, { runId, archive: 'test', files })
  await importFiles([fileOf({ path: '_posts/one.md', headline: '单篇导入的麦浪' })])
  expect(await find('麦浪')).toHaveLength(1)
  await importFiles(
    Array.from({ length: 25 }, (_, index) => fileOf({ path: `_posts/${index}.md`, headline: `成批导入的稻浪${index}` })),
  )
  expect(await staleCount()).toBe(25)
  await fillAll()
  expect(await find('成批 稻浪')).toHaveLength(20)
})
