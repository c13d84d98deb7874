import { describe, expect, it, test } from 'vitest'
import { activeFilters, isSearch, readSearchAddress, searchPath, searchQueryOf } from './search-address'

const read = (address: string) => readSearchAddress(Object.fromEntries(new URL(address, 'http://x').searchParams))

describe('an address of the search', () => {
  test.each([
    ['/search', '/search'],
    ['/search?q=水利', '/search?q=%E6%B0%B4%E5%88%A9'],
    ['/search?q= a%20 b ', '/search?q=a+b'],
    ['/search?sort=newest&q=a&tag=t&source=s&category=c', '/search?q=a&category=c&source=s&tag=t&sort=newest'],
    ['/search?sort=relevance&q=a', '/search?q=a'],
    ['/search?from=2022-02-30&to=2022-02-28', '/search?to=2022-02-28'],
    ['/search?from=2022-03-01&to=2022-02-01', '/search?from=2022-02-01&to=2022-03-01'],
    ['/search?from=2022&to=', '/search'],
  ])('%s is %s', (given, canonical) => expect(searchPath(read(given))).toBe(canonical))

  it('keeps no more of it than a page can show', () => {
    expect(read(`/search?q=${'水'.repeat(500)}&source=${'甲'.repeat(500)}`)).toMatchObject({
      q: '水'.repeat(200),
      source: '甲'.repeat(80),
    })
  })
})

it('what was typed goes before what the form says', () => {
  const query = searchQueryOf(
    read('/search?q=水利 -灾 来源:甲报 作者:张三&source=yi&category=shizheng&from=2022-01-01&sort=newest'),
  )
  expect(query).toEqual({
    words: ['水利'],
    excluded: ['灾'],
    source: '甲报',
    author: '张三',
    category: 'shizheng',
    tag: null,
    from: '2022-01-01',
    to: null,
    order: 'newest',
    cut: false,
  })
})

test.each([
  ['/search?q=水', true],
  ['/search?q=作者:张三', true],
  ['/search?from=2022-01-01', false],
  ['/search?from=2022-01-01&category=shizheng', true],
  ['/search?q=-水', false],
  ['/search?q=%26|!', false],
  ['/search', false],
])('%s asks for something: %s', (address, asks) => expect(isSearch(searchQueryOf(read(address)))).toBe(asks))

it('names what narrows a search, each with the search without it', () => {
  const filters = activeFilters(read('/search?q=水利 -灾 来源:甲报&source=yi&tag=t&from=2022-01-01&to=2022-02-01&sort=newest'))
  expect(filters.map(({ kind, value, without }) => [kind, value, decodeURIComponent(searchPath(without))])).toEqual([
    ['source', '甲报', '/search?q=水利+-灾&tag=t&from=2022-01-01&to=2022-02-01&sort=newest'],
    ['tag', 't', '/search?q=水利+-灾+来源:甲报&source=yi&from=2022-01-01&to=2022-02-01&sort=newest'],
    ['days', '2022-01-01/2022-02-01', '/search?q=水利+-灾+来源:甲报&source=yi&tag=t&sort=newest'],
    ['excluded', '灾', '/search?q=水利+来源:甲报&source=yi&tag=t&from=2022-01-01&to=2022-02-01&sort=newest'],
  ])
  expect(activeFilters(read('/search?q=水利'))).toEqual([])
})
