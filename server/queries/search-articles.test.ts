import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NO_SEARCH, parseSearch, type SearchQuery } from '@/newsroom/search/search-query'
import { fillAll } from '@/server/commands/search-fixture'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { type SearchAnswer, searchArticles } from './search-articles'

let database: TestDatabase
const paragraph = (text: string) => `<p>${text}</p>`

beforeAll(async () => {
  database = await createTestDatabase()
  const articles = [
    { id: 'xinxiang001', headline: '新乡平原示范区建成5G基站', tags: ['通信'], source: '新乡日报', at: '2026-11-20T02:00:00Z' },
    { id: 'xinxiang002', headline: '春耕开始', bodyHtml: paragraph('新乡市的农民下地了。'), at: '2026-11-21T02:00:00Z' },
    { id: 'plain000001', headline: '华北平原上的原示例，示范与范区', at: '2026-11-19T02:00:00Z' },
    { id: 'traditional', headline: '後臺開放', bodyHtml: paragraph('頭髮與ＡＢＣ１２３'), at: '2022-02-08T02:00:00Z' },
    { id: 'numbers0001', headline: '2022年增长3.5%', bodyHtml: paragraph('IPHONE15与GDP，党·派'), at: '2022-02-09T15:59:59Z' },
    { id: 'longbody001', headline: '长文', bodyHtml: paragraph(`${'河水流过村庄。'.repeat(3000)}最后一句说的是稀奇的蓝色火车`) },
    { id: 'oneword0001', headline: '一字千金', categories: ['wenhua'], tags: ['hangtian'] },
    { id: 'category001', headline: '航天城里的书店', categories: ['keji'], source: '泽川日报' },
    { id: 'operators01', headline: '问：a & b | !c，怎么读？' },
    { id: 'withdrawn01', headline: '航天撤稿', publication: 'withdrawn' as const },
    { id: 'embargoed01', headline: '航天禁发', publication: 'scheduled' as const, at: '2036-01-01T00:00:00Z' },
    { id: 'unpublished', headline: '航天草稿', publication: 'unpublished' as const },
    { id: 'thefuture01', headline: '航天未来', at: '2036-01-01T00:00:00Z' },
  ]
  for (const article of articles) await insertArticle(article)
  await db().source.updateMany({
    where: { name: '新乡日报' },
    data: { initials: 'xxrb', sortKey: 'xinxiangribao', slug: 'xxrb-news' },
  })
  await fillAll()
})
afterAll(async () => await database.drop())

const typed = (text: string, more: Partial<SearchQuery> = {}): SearchQuery => ({ ...NO_SEARCH, ...parseSearch(text), ...more })
const found = async (query: SearchQuery, page = {}) => {
  const answer = await searchArticles(query, page)
  if (answer.state !== 'found') throw new Error(answer.state)
  return answer
}
const idsOf = (answer: SearchAnswer) => (answer.state === 'found' ? answer.hits.map(({ id }) => id) : [])

describe('recall', () => {
  test.each([
    ['新乡', ['xinxiang002', 'xinxiang001']],
    ['平原示范区', ['xinxiang001']],
    ['新乡 示范区', ['xinxiang001']],
    ['一字', ['oneword0001']],
    ['航', ['category001']],
    ['5G基站', ['xinxiang001']],
    ['5g', ['xinxiang001']],
    ['2022', ['numbers0001']],
    ['22', []],
    ['3.5%', ['numbers0001']],
    ['iphone', ['numbers0001']],
    ['phone', []],
    ['gdp', ['numbers0001']],
    ['党•派', ['numbers0001']],
    ['后台', ['traditional']],
    ['後臺', ['traditional']],
    ['头发', ['traditional']],
    ['abc123', ['traditional']],
    ['ＡＢＣ', ['traditional']],
    ['稀奇的蓝色火车', ['longbody001']],
    ['河水 蓝色火车', ['longbody001']],
    ['新乡 -示范区', ['xinxiang002']],
    ['新乡 -平原示范区', ['xinxiang002']],
    ['平原 -平原示范区', ['plain000001']],
    ['a & b', ['operators01']],
    ['通信', ['xinxiang001']],
    ['来源:新乡日报', ['xinxiang001']],
    ['来源:xxrb', ['xinxiang001']],
    ['基站 来源:泽川日报', []],
    ['来源:没有这家', []],
    ['xxrb', ['xinxiang001']],
    ['xinxiangribao', ['xinxiang001']],
    ['pingyuan', ['plain000001', 'xinxiang001']],
    ['huabei', ['plain000001']],
    ['没有这个词呀', []],
  ])('%s finds %j', async (text, ids) => {
    const answer = await found(typed(text))
    expect(idsOf(answer).toSorted()).toEqual(ids.toSorted())
    expect(answer.total).toEqual({ count: ids.length, exact: true })
  })

  test.each<[string, Partial<SearchQuery>, string[]]>([
    ['航天', { category: 'keji' }, ['category001']],
    ['航天', { category: 'wenhua' }, []],
    ['', { tag: 'hangtian' }, ['oneword0001']],
    ['gdp', { from: '2022-02-08', to: '2022-02-08' }, []],
    ['gdp', { from: '2022-02-08', to: '2022-02-09' }, ['numbers0001']],
    ['gdp', { from: '2022-02-09' }, ['numbers0001']],
    ['gdp', { to: '2022-02-08' }, []],
  ])('%s, narrowed to %j, finds %j', async (text, filter, ids) => {
    expect(idsOf(await found(typed(text, filter)))).toEqual(ids)
  })
})

test('what readers may not see is not found, not even by its labels', async () => {
  expect(idsOf(await found(typed('航天')))).toEqual(['category001'])
  expect(idsOf(await found(typed('', { category: 'yaowen' })))).not.toContain('withdrawn01')
})

test('marks and excerpts show what was looked for, in the letters of the article', async () => {
  const [hit] = (await found(typed('后台 abc'))).hits
  expect(hit).toMatchObject({
    headline: '後臺開放',
    headlineMarks: [[0, 2]],
    excerpt: { text: '頭髮與ＡＢＣ１２３', marks: [[3, 6]] },
  })
  const [late] = (await found(typed('蓝色火车'))).hits
  const [start = 0, end = 0] = late?.excerpt.marks[0] ?? []
  expect(late?.excerpt.text.slice(start, end)).toBe('蓝色火车')
})

test('a long word nobody wrote in one piece is taken apart, and that is said', async () => {
  const answer = await found(typed('航天城书店'))
  expect([idsOf(answer), answer.parts.length > 1]).toEqual([['category001'], true])
  expect((await found(typed('航天城里的书店'))).parts).toEqual([])
})

test('the headline counts more than the body, the new a little more than the old', async () => {
  expect(idsOf(await found(typed('新乡', { order: 'relevance' })))).toEqual(['xinxiang001', 'xinxiang002'])
})

test.each(['newest', 'relevance'] as const)('pages forth and back by %s', async (order) => {
  for (let index = 0; index < 45; index++)
    await insertArticle({
      id: `paging${order.slice(0, 3)}${index + 10}`,
      headline: `翻页${order}试验${index}`,
      at: new Date(Date.UTC(2024, index % 30, 1)).toISOString(),
    })
  await fillAll()
  const query = typed(`翻页${order}`, { order })
  const first = await found(query)
  const two = await found(query, { cursor: first.next })
  const three = await found(query, { cursor: two.next })
  expect([first.hits.length, two.hits.length, three.hits.length]).toEqual([20, 20, 5])
  expect(new Set([...idsOf(first), ...idsOf(two), ...idsOf(three)]).size).toBe(45)
  expect([first.previous, three.next, first.total.count]).toEqual([null, null, 45])
  expect(idsOf(await found(query, { cursor: three.previous }))).toEqual(idsOf(two))
  const start = await found(query, { cursor: two.previous })
  expect([idsOf(start), start.previous]).toEqual([idsOf(first), null])
})

test('any part of a text finds it', async () => {
  const texts = fc.array(fc.constantFrom(...'新乡平原示范区航天後臺里ＡＢab12 ，。5g·\u200b㎡é\n'.split('')), {
    minLength: 3,
    maxLength: 60,
  })
  let serial = 0
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), fc.nat(), async (characters, a, b) => {
      const text = characters.join('')
      const start = a % characters.length
      const part = characters.slice(start, start + 2 + (b % 12)).join('')
      // A word of letters or digits is looked for whole.
      const before = characters[start - 1] ?? ' '
      const after = characters[start + 2 + (b % 12)] ?? ' '
      fc.pre(![before, after, part[0] ?? '', part.at(-1) ?? ''].some((edge) => /[A-Za-z\dＡＢ㎡é\u200b]/.test(edge)))
      fc.pre(/[\p{L}\p{N}]/u.test(part))
      const id = `random${String(serial++).padStart(5, '0')}`
      await insertArticle({ id, headline: text })
      await fillAll()
      const answer = await found({ ...NO_SEARCH, words: [part] }, { size: 1000 })
      expect(idsOf(answer)).toContain(id)
      await db().article.update({ where: { id }, data: { publication: 'withdrawn' } })
    }),
    { numRuns: 60 },
  )
})

test('whatever is typed is answered', async () => {
  const pieces = fc.array(
    fc.constantFrom(...`新乡a1'"\\&|!():*<->~^%_$;-·，。\0\ud800𠮷\u0301`.split(''), '来源:', '作者：', '-', ' '),
    {
      maxLength: 40,
    },
  )
  await fc.assert(
    fc.asyncProperty(pieces, fc.constantFrom('newest' as const, 'relevance' as const), async (all, order) => {
      expect((await found(typed(all.join(''), { order }))).state).toBe('found')
    }),
    { numRuns: 80 },
  )
})

test.each(['sfmwsmbsw0-9f3k2m8p1q', 'sb1000000.5', 'sf1000000.999999', 'lfmwsmbsw0-9f3k2m8p1q', 'nonsense'])(
  'a place of another list, %s, is answered too',
  async (cursor) => {
    for (const order of ['newest', 'relevance'] as const)
      expect((await found(typed('新乡', { order }), { cursor })).state).toBe('found')
  },
)
