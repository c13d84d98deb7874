import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePath, normalPath, permalinkOf, slugify } from './jekyll-permalink'
import { readJekyllSite } from './jekyll-site'

const parts = {
  categories: ['21Tech', 'Mysteel'],
  wall: { year: 2022, month: 2, day: 8, hour: 9, minute: 5, second: 3 },
  slug: 'NW202202082269393992',
  baseName: '2022-02-08-NW202202082269393992',
  path: '/2022-02-08-NW202202082269393992',
  outputExtension: '.html',
}
const address = (template: string, other: Partial<typeof parts> = {}) => permalinkOf(template, { ...parts, ...other })
const date = readJekyllSite(null).permalink

describe('styles', () => {
  test.each([
    ['date', '/21tech/mysteel/2022/02/08/NW202202082269393992.html'],
    ['pretty', '/21tech/mysteel/2022/02/08/NW202202082269393992/'],
    ['ordinal', '/21tech/mysteel/2022/039/NW202202082269393992.html'],
    ['weekdate', '/21tech/mysteel/2022/W06/Tue/NW202202082269393992.html'],
    ['none', '/21tech/mysteel/NW202202082269393992.html'],
    ['/:year/:title', '/2022/NW202202082269393992'],
  ])('%s', (style, expected) => expect(address(readJekyllSite(`permalink: "${style}"`).permalink)).toBe(expected))
})

describe('placeholders', () => {
  test.each([
    ['/:year-:short_year', '/2022-22'],
    ['/:month/:i_month/:short_month/:long_month', '/02/2/Feb/February'],
    ['/:day/:i_day/:y_day', '/08/8/039'],
    ['/:w_year/:week/:w_day/:short_day/:long_day', '/2022/06/2/Tue/Tuesday'],
    ['/:hour/:minute/:second', '/09/05/03'],
    ['/:title/:slug', '/NW202202082269393992/nw202202082269393992'],
    ['/:name', '/2022-02-08-nw202202082269393992'],
    ['/:collection/:path', '/posts/2022-02-08-NW202202082269393992'],
    ['/:month_:day', '/02_08'],
    ['/:categories/x:output_ext', '/21tech/mysteel/x.html'],
    ['x.html', '/x.html'],
    ['/a%20b/:title/', '/a%20b/NW202202082269393992/'],
  ])('%s', (template, ...expected) => expect(address(template)).toBe(expected.at(-1)))

  test('an unknown one gives no address', () => {
    expect(address('/:year/:nothing')).toBeNull()
    expect(address('/:year/:constructor')).toBeNull()
  })

  test.each([
    [{ year: 2021, month: 1, day: 3 }, '/2020/53/7/003'],
    [{ year: 2024, month: 12, day: 31 }, '/2025/01/2/366'],
    [{ year: 45, month: 1, day: 1 }, '/44/52/7/001'],
  ])('weeks by ISO 8601: %j', (day, expected) => {
    expect(address('/:w_year/:week/:w_day/:y_day', { wall: { ...parts.wall, ...day } })).toBe(expected)
  })

  test('a year has four digits', () => {
    expect(address('/:year', { wall: { ...parts.wall, year: 45 } })).toBe('/0045')
  })
})

describe('categories', () => {
  test.each([
    [[], '/2022/02/08/a.html'],
    [['A', 'a'], '/a/2022/02/08/a.html'],
    [['时政'], '/%E6%97%B6%E6%94%BF/2022/02/08/a.html'],
    [['c++ / boost'], '/c++%20/%20boost/2022/02/08/a.html'],
    [['anxinguojizhengquan(xianggang)'], '/anxinguojizhengquan(xianggang)/2022/02/08/a.html'],
    [['World Politics'], '/world%20politics/2022/02/08/a.html'],
    [['50%', 'a?b#c[d]'], '/50%25/a%3Fb%23c%5Bd%5D/2022/02/08/a.html'],
    [['..'], '/2022/02/08/a.html'],
  ])('%j', (categories, expected) => expect(address(date, { categories, slug: 'a' })).toBe(expected))

  test('slugified', () => {
    expect(address('/:slugified_categories/', { categories: ['C++ / Boost', '时 政', 'c boost'] })).toBe(
      '/c-boost/%E6%97%B6-%E6%94%BF/',
    )
  })
})

describe('a slug', () => {
  test.each([
    ['caf%e9-x', 'caf-e9-x', 'caf-e9-x'],
    ["It's~100$&(a)+b,c;d=e@f!", "It's~100$&(a)+b,c;d=e@f!", 'it-s-100-a-b-c-d-e-f'],
    ['v1.2.3_rc', 'v1.2.3_rc', 'v1-2-3-rc'],
    ['新乡 日报😀', '新乡-日报', '新乡-日报'],
    ['-202205262391921712', '202205262391921712', '202205262391921712'],
    ['a--b', 'a-b', 'a-b'],
    ['😀', '', ''],
  ])('%s', (text, pretty, plain) => {
    expect([slugify(text, 'pretty'), slugify(text, 'default')]).toEqual([pretty, plain])
  })
})

test('percent-encoding is undone where it is UTF-8', () => {
  expect(['/%E6%97%B6%E6%94%BF/a', '/a%20b', '/50%25', '/%e9/x', '/%zz'].map(decodePath)).toEqual([
    '/时政/a',
    '/a b',
    '/50%',
    '/%e9/x',
    '/%zz',
  ])
})

test('an address of a feed', () => {
  expect(normalPath('/时政/a%20b/%41[]')).toBe('/%E6%97%B6%E6%94%BF/a%20b/A%5B%5D')
})

test('an address is one line of printable ASCII that begins with one slash', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.string({ unit: 'grapheme' }), (categories, slug) => {
      expect(address(date, { categories, slug })).toMatch(/^\/(?!\/)[\x21-\x7e]*$/)
    }),
  )
})
