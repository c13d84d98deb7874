import { describe, expect, test } from 'vitest'
import { readFrontMatter } from './front-matter'
import { flatWords, readCategories, readTags } from './jekyll-categories'

const none = new Map()
const dataOf = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\n`).data

describe('categories', () => {
  test.each([
    ['categories: xinxiangribao', ['xinxiangribao']],
    ['categories: 21shijijingjibaodao  nancailicaitong', ['21shijijingjibaodao', 'nancailicaitong']],
    ['categories: World Politics', ['World', 'Politics']],
    ['categories: [World Politics]', ['World Politics']],
    ['categories: [World, World, "", ~, " "]', ['World']],
    ['categories:\n  - 时政\n  - [a, b]\n  - 乙: 丙', ['时政', 'a', 'b', '乙: 丙']],
    ['category: World Politics', ['World Politics']],
    ['category: [a, b]', ['a', 'b']],
    ['category: b\ncategories: a b', ['a', 'b']],
    ['category: c\ncategories: a b', ['a', 'b', 'c']],
    ['categories: 1234', ['1234']],
    ['categories: [010, 1e3, yes]', ['010', '1e3', 'yes']],
    ['categories: Mysteel', ['Mysteel']],
    ['categories: anxinguojizhengquan(xianggang)', ['anxinguojizhengquan(xianggang)']],
    ['categories: 财经　要闻', ['财经　要闻']],
    ['categories: ~', []],
    ['categories: ""', []],
    ['categories: {a: b}', ['a: b']],
    ['title: x', []],
  ])('%j', (yaml, expected) => expect(readCategories([], none, dataOf(yaml))).toEqual(expected))

  test('folders come first, then defaults', () => {
    expect(readCategories(['news', 'city'], dataOf('categories: usual'), dataOf('categories: own usual'))).toEqual([
      'news',
      'city',
      'usual',
      'own',
    ])
    expect(readCategories([], dataOf('category: the usual'), dataOf('categories: own'))).toEqual(['own', 'the usual'])
  })
})

test.each([
  ['tags: 新乡日报新闻', ['新乡日报新闻']],
  ['tags: 21世纪经济报道  南财理财通新闻', ['21世纪经济报道', '南财理财通新闻']],
  ['tags: [a b, c, c, 3]', ['a b', 'c', '3']],
  ['tag: a b\ntags: c d', ['a b']],
  ['tag:\ntags: c d', ['c', 'd']],
  ['tag: [a, b]', ['a', 'b']],
  ['tags:', []],
])('%j', (yaml, expected) => expect(readTags(dataOf(yaml))).toEqual(expected))

test('words of anything', () => {
  expect(
    flatWords(
      new Map([
        ['a', ['b', 'c']],
        ['d', null],
      ]),
    ),
  ).toEqual(['a: b c', 'd'])
})
