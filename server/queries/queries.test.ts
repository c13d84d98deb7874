import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nameTag, neighboursTag, periodTag } from '@/newsroom/cache-tags'
import { fillAll } from '@/server/commands/search-fixture'
import { db } from '@/server/db'
import { withRenderScope } from '@/server/render-scope'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { countByPeriod } from './count-by-period'
import { withCurrentLinks } from './current-links'
import { findArticle } from './find-article'
import { findCategory } from './find-category'
import { findFrontPage } from './find-front-page'
import { findRedirect } from './find-redirect'
import { findSource } from './find-source'
import { findTag } from './find-tag'
import { listArticles } from './list-articles'
import { listCategories } from './list-categories'
import { listNeighbours } from './list-neighbours'
import { listNewestIds } from './list-newest'
import { listPeriod } from './list-period'
import { searchHeadlines } from './search-headlines'

let database: TestDatabase
const day = (number: number) => `2026-10-${String(number).padStart(2, '0')}T04:00:00Z`
const serial = (number: number) => `article${String(number).padStart(3, '0')}`
const ids = (cards: { id: string }[]) => cards.map(({ id }) => id)
const idOf = async (slug: string) => (await findCategory(slug))?.id ?? 0

beforeAll(async () => {
  database = await createTestDatabase()
  for (let number = 1; number <= 30; number++) {
    await insertArticle({
      id: serial(number),
      at: day(number),
      tags: number % 2 ? ['shuili'] : [],
      source: '泽川日报',
      externalId: `NW${number}`,
    })
  }
  await insertArticle({ id: 'hiddendraft', publication: 'unpublished', at: day(5), externalId: 'NWdraft' })
  await insertArticle({
    id: 'embargoed01',
    publication: 'scheduled',
    at: '2036-01-01T00:00:00Z',
    oldAddress: '/yaowen/2036/01/01/x.html',
  })
  await insertArticle({ id: 'withdrawn01', publication: 'withdrawn', at: day(6), oldAddress: '/yaowen/2026/10/06/w.html' })
  await insertArticle({
    id: 'prettyaddr1',
    headline: '旧站说明',
    at: '2019-01-01T00:00:00Z',
    categories: ['lishi'],
    oldAddress: '/about/bridges/',
  })
  await insertArticle({
    id: 'prettyaddr2',
    headline: '旧站管理',
    at: '2019-01-01T00:00:00Z',
    categories: ['admin'],
    oldAddress: '/admin/2026/10/06/a.html',
  })
  await insertArticle({
    id: 'linking0001',
    at: '2020-02-29T18:30:00Z',
    categories: ['lishi'],
    headline: '大桥通车',
    oldAddress: '/lishi/2020/03/01/桥.html',
    bodyHtml:
      '<p><a href="/html_News/NewsShare.html?infoCode=NW7" rel="noopener">前文</a>，<a href="/nowhere/x.html">别处</a></p>',
  })
  await fillAll()
})
afterAll(async () => await database.drop())

describe('the public filter', () => {
  test('drafts and scheduled articles are nowhere, withdrawn ones only say so', async () => {
    expect(await findArticle('hiddendraft')).toBeNull()
    expect(await findArticle('embargoed01')).toBeNull()
    expect(await findArticle('withdrawn01')).toMatchObject({ state: 'withdrawn' })
    const everywhere = JSON.stringify([
      await listArticles('site', { size: 100 }),
      await listArticles(`category:${await idOf('yaowen')}`, { size: 100 }),
      await listPeriod('2026-10', { size: 100 }),
      await listPeriod('2036', { size: 100 }),
      await findFrontPage(),
      await listNewestIds(),
      await searchHeadlines('标题', { size: 100 }),
    ])
    for (const id of ['hiddendraft', 'embargoed01', 'withdrawn01']) expect(everywhere).not.toContain(id)
    expect((await findFrontPage()).categoryCount).toBe((await listCategories()).length)
    expect((await listCategories()).find(({ slug }) => slug === 'yaowen')?.count).toBe(30)
  })

  test('a tag or an outlet that only they name is not to be known of', async () => {
    await insertArticle({
      id: 'secrettag01',
      publication: 'scheduled',
      at: '2036-01-01T00:00:00Z',
      tags: ['jimi'],
      source: '内参',
      categories: ['jimi'],
    })
    expect([await findTag('jimi'), await findSource('内参')]).toEqual([null, null])
    expect([await findTag('shuili'), await findSource('泽川日报')]).toMatchObject([{ name: 'shuili' }, { name: '泽川日报' }])
  })

  test('going live and being withdrawn moves an article in and out of every list', async () => {
    const setState = (publication: 'live' | 'withdrawn') =>
      db().article.update({ where: { id: serial(1) }, data: { publication } })
    await setState('withdrawn')
    expect(ids((await listArticles(`tag:1`, { size: 50 })).items)).not.toContain(serial(1))
    await setState('live')
    expect(ids((await listArticles(`tag:1`, { size: 50 })).items)).toContain(serial(1))
  })
})

describe('lists', () => {
  test('newer and older lead through every article once, and back', async () => {
    const list = `category:${await idOf('yaowen')}` as const
    const seen: string[] = []
    let page = await listArticles(list, { size: 7 })
    expect(page.newer).toBeNull()
    for (;;) {
      seen.push(...ids(page.items))
      if (!page.older) break
      page = await listArticles(list, { before: page.older, size: 7 })
    }
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => serial(30 - index)))
    for (let steps = 0; page.newer; steps++) {
      expect(steps).toBeLessThan(10)
      page = await listArticles(list, { after: page.newer, size: 7 })
    }
    expect(ids(page.items)).toEqual(seen.slice(0, 7))
  })

  test('the newest page depends on its list, a page between only on its days', async () => {
    const id = await idOf('yaowen')
    const newest = await withRenderScope(() => listArticles(`category:${id}`, { size: 5 }))
    expect(newest.scope.tags).toContain(`list:category:${id}`)
    const second = await withRenderScope(() => listArticles(`category:${id}`, { size: 5, before: newest.result.older ?? '' }))
    expect(second.scope.tags).not.toContain(`list:category:${id}`)
    expect(second.scope.tags).toContain(periodTag(`category:${id}`, '2026-10-23'))
    expect(second.scope.tags).toContain(nameTag(`category:${id}`))
  })

  test('an unreadable cursor starts at the beginning', async () => {
    expect(ids((await listArticles('site', { before: "x'; --", size: 1 })).items)).toEqual([serial(30)])
  })
})

test('days are the days of the paper, not of the server', async () => {
  expect(ids((await listPeriod('2020-03-01')).items)).toEqual(['linking0001'])
  expect((await listPeriod('2020-02-29')).items).toEqual([])
  expect(await countByPeriod('')).toEqual([
    { period: '2026', count: 30 },
    { period: '2020', count: 1 },
    { period: '2019', count: 2 },
  ])
  expect(await countByPeriod('2020')).toEqual([{ period: '2020-03', count: 1 }])
  expect(await countByPeriod('2020-03')).toEqual([{ period: '2020-03-01', count: 1 }])
})

describe('an article', () => {
  test('links of its body lead to where their targets stand today; unknown ones stay', async () => {
    const found = await findArticle('linking0001')
    if (found?.state !== 'live') throw new Error('not live')
    expect(found.article.bodyHtml).toBe(
      '<p><a href="/2026/10/07/article007" rel="noopener">前文</a>，<a href="/nowhere/x.html">别处</a></p>',
    )
  })

  test('a link no address can be made of costs no page', async () => {
    const hrefs = ['/a%00b', '//[x', '//:99999/', '/%ff', '/html_News/NewsShare.html?infoCode=%00', '/%ed%a0%80']
    const bodyHtml = hrefs.map((href) => `<p><a href="${href}">链接</a></p>`).join('')
    expect(await withCurrentLinks(bodyHtml)).toBe(bodyHtml)
  })

  test('has neighbours in its category, and related ones older than itself', async () => {
    const { result, scope } = await withRenderScope(() => listNeighbours(serial(15)))
    expect(result.previous?.id).toBe(serial(14))
    expect(result.next?.id).toBe(serial(16))
    expect(ids(result.related)).toEqual([13, 11, 9, 7, 5].map(serial))
    expect(scope.tags).toContain(neighboursTag(serial(15)))
  })
})

describe('old addresses', () => {
  test.each([
    ['/lishi/2020/03/01/桥.html', null, '/2020/03/01/linking0001'],
    ['/html_News/NewsShare.html', 'NW3', '/2026/10/03/article003'],
    ['/about/bridges', null, '/2019/01/01/prettyaddr1'],
    ['/category/yaowen.html', null, '/category/yaowen'],
    ['/yaowen/', null, '/category/yaowen'],
    ['/index.html', null, '/'],
    ['/yaowen/index.html', null, '/category/yaowen'],
    ['/about/bridges/index.html', null, '/2019/01/01/prettyaddr1'],
    ['/2026/index.html', null, null],
    ['/YAOWEN', null, '/category/yaowen'],
    ['/yaowen/2026/10/06/w.html', null, '/2026/10/06/withdrawn01'],
    ['/yaowen/2036/01/01/x.html', null, null],
    ['/html_News/NewsShare.html', 'NWdraft', null],
    ['/html_News/NewsShare.html', null, null],
    ['/nothing/here', null, null],
    ['/admin/', null, null],
    ['/2026', null, null],
    ['/admin/2026/10/06/a.html', null, '/2019/01/01/prettyaddr2'],
  ])('%s %s leads to %s', async (path, infoCode, target) => expect(await findRedirect(path, infoCode)).toBe(target))
})

describe('search', () => {
  test.each([
    ['大桥', ['linking0001']],
    ['桥', ['linking0001']],
    ['大桥 通车', ['linking0001']],
    ['通车大桥', []],
    ['article007', [serial(7)]],
    ['!!!', []],
  ])('%s finds %j', async (text, found) => expect(ids((await searchHeadlines(text)).items)).toEqual(found))

  test('shows the newest of many', async () => {
    expect(ids((await searchHeadlines('标题', { size: 3 })).items)).toEqual([serial(30), serial(29), serial(28)])
  })
})
