import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categorySlug, isSlug, letterOf, nameSlug, sortKeyOf } from './slug'

describe('a category keeps its archive name', () => {
  test.each([
    'xinxiangribao',
    'Mysteel',
    '21Tech',
    'TechWeb',
    'anxinguojizhengquan(xianggang)',
    '21shijijingjibaodao  nancailicaitong',
    '时政',
    'c++',
    'v1.2',
  ])('%s', (name) => expect(categorySlug(name)).toBe(name))

  test.each([
    ['admin', 'category-admin'],
    ['Search', 'category-search'],
    ['_next', 'category-next'],
    ['2022', 'category-2022'],
    ['1234', 'category-1234'],
    ['c++ / boost', 'c-boost'],
    ['..', 'n-5ec1f7e7'],
    ['.git', 'git'],
    ['a%2fb', 'a-2fb'],
    ['a?b#c', 'a-b-c'],
    ['a\\b', 'a-b'],
    [' 时政 ', 'shizheng'],
    ['news.html', 'news-html'],
    ['财经'.repeat(20), 'caijing'.repeat(20).slice(0, 80)],
    ['', 'n-e3b0c442'],
    ['🙂', expect.stringMatching(/^n-[0-9a-f]{8}$/)],
  ])('unless it cannot: %j → %j', (name, slug) => expect(categorySlug(name)).toEqual(slug))
})

test.each([
  ['新乡日报', 'xinxiangribao'],
  ['浚县融媒', 'xunxianrongmei'],
  ['乐清日报', 'yueqingribao'],
  ['单县发布', 'shanxianfabu'],
  ['iPhone 15', 'iphone-15'],
  ['5G网络', '5gwangluo'],
  ['安信国际证券（香港）', 'anxinguojizhengquan-xianggang'],
  ['Café «Ö»', 'cafe-o'],
  ['ＡＢＣ', 'abc'],
  ['Новости', 'новости'],
  ['2022', 'n-2022'],
  ['feed', 'n-feed'],
  ['\ud83d', expect.stringMatching(/^n-[0-9a-f]{8}$/)],
])('a tag or outlet %j has the slug %j', (name, slug) => expect(nameSlug(name)).toEqual(slug))

test.each([
  ['新乡日报', 'xinxiangribao', 'X'],
  ['Mysteel', 'mysteel', 'M'],
  ['Élan', 'elan', 'E'],
  ['21世纪经济报道', '21shijijingjibaodao', '#'],
  ['《财经》', 'caijing》', 'C'],
  ['', '', '#'],
])('in the register %j stands as %j under %s', (name, key, letter) => {
  expect([sortKeyOf(name), letterOf(sortKeyOf(name))]).toEqual([key, letter])
})

test('every slug is a part of a path of 1 to 80 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
      for (const slug of [nameSlug(name), categorySlug(name)]) {
        expect(slug).toMatch(/^[^/\\?#%]+$/u)
        expect(['.', '..']).not.toContain(slug)
        expect(new TextEncoder().encode(slug).length).toBeLessThanOrEqual(80)
        expect(slug.isWellFormed()).toBe(true)
      }
    }),
  )
})

describe('isSlug', () => {
  test.each(['yaowen', 'yijiangcaijingAPP', 'wang(yingwen)', '新乡日报'])('%s is one', (text) => expect(isSlug(text)).toBe(true))
  test.each(['', 'a/b', 'admin', 'Search', '2022', 'x.html', '.well-known', ' a', 'a%2Fb'])('%j is none', (text) =>
    expect(isSlug(text)).toBe(false),
  )
})
