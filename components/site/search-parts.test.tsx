import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, test } from 'vitest'
import { activeFilters, readSearchAddress } from '@/newsroom/search/search-address'
import { NamedHits } from './named-hits'
import { Meant } from './search-empty'
import { SearchFilters } from './search-filters'
import { FilterLinks, filterText, SearchLine } from './search-line'
import { SearchPager } from './search-pager'

const chinese = { name: '泽川日报', url: 'https://news.example', locale: 'zh-CN', timeZone: 'Asia/Shanghai' }
const english = { ...chinese, locale: 'en' }
const address = readSearchAddress({ q: '水利 -灾', source: '甲报', from: '2022-02-08', to: '2022-03-01' })
const filters = activeFilters(address).map((filter) => ({ ...filter, name: filter.value }))
const draw = (node: ReactNode) => decodeURIComponent(renderToStaticMarkup(node).replaceAll('&amp;', '&'))
/** The words of some markup, without its marks. */
const wordsOf = (node: ReactNode) =>
  draw(node)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('each filter is named in both languages', () => {
  expect(filters.map((filter) => filterText(filter, chinese))).toEqual(['来源：甲报', '2022年2月8日至2022年3月1日', '不含：灾'])
  expect(filters.map((filter) => filterText(filter, english))).toEqual([
    'Source: 甲报',
    '8 February 2022 to 1 March 2022',
    'Without: 灾',
  ])
  const day = (value: string) => filterText({ kind: 'days', value, name: value, without: address }, chinese)
  expect([day('2022-02-08/'), day('/2022-02-08'), day('2022-02-08/2022-02-08')]).toEqual([
    '2022年2月8日以后',
    '2022年2月8日以前',
    '2022年2月8日',
  ])
})

test('everything a search can be narrowed by has a field, which holds what it is narrowed by', () => {
  const narrowed = readSearchAddress({
    q: '水利',
    category: 'yaowen',
    source: '甲报',
    tag: '春运',
    from: '2022-02-08',
    sort: 'newest',
  })
  const place = { slug: 'yaowen', name: '要闻' }
  const markup = draw(
    <SearchFilters site={chinese} form="f" address={narrowed} categories={[place]} sources={[place]} active={4} />,
  )
  const fields = [...markup.matchAll(/<(?:input|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name)
  expect(fields).toEqual(['category', 'source', 'tag', 'from', 'to', 'sort'])
  expect(markup).toMatch(/<input[^>]* name="tag"[^>]* value="春运"/)
  expect(markup).toContain('<label for="search-tag">标签</label>')
})

describe('above the results', () => {
  it('a filter is the link that takes it away, for readers and not for crawlers', () => {
    const markup = draw(<FilterLinks site={chinese} view="elder" filters={filters.slice(0, 1)} />)
    expect(markup).toContain('rel="nofollow"')
    expect(markup).toContain('href="/search?q=水利+-灾&from=2022-02-08&to=2022-03-01&view=elder"')
    expect(markup).toContain('aria-label="去掉“来源：甲报”"')
    expect(draw(<FilterLinks site={chinese} view="standard" filters={[]} />)).toBe('')
  })

  it('says how many there are, and whether that is all it knows', () => {
    const line = (count: number, exact: boolean, site = chinese) =>
      wordsOf(<SearchLine site={site} view="standard" address={address} total={{ count, exact }} />)
    expect(line(12_300, false)).toBe('约 12,300 条 相关 最新')
    expect(line(56, true)).toBe('56 条 相关 最新')
    expect(line(1, true, english)).toBe('1 result Relevance Newest')
  })

  it('offers names of the paper, and what was meant with all that narrows it', () => {
    const hits = [{ kind: 'person' as const, slug: 'zhang', name: '张三', rank: 0 }]
    expect(draw(<NamedHits site={chinese} view="standard" hits={hits} />)).toContain('href="/search?q=作者:张三"')
    expect(draw(<Meant site={chinese} view="standard" address={address} words={['水力']} />)).toContain(
      'href="/search?q=水力+-灾&source=甲报&from=2022-02-08&to=2022-03-01"',
    )
  })
})

test('the first page has no way back, a later one leads to the first', () => {
  const pager = (later: boolean, previous: string | null, next: string | null) =>
    wordsOf(<SearchPager site={chinese} view="standard" path="/search?q=a" later={later} previous={previous} next={next} />)
  expect(pager(false, null, 'sf1')).toBe('下一页')
  expect(pager(true, 'sb1', 'sf1')).toBe('上一页 第一页 下一页')
  expect(pager(true, null, null)).toBe('第一页')
  expect(pager(false, null, null)).toBe('')
})
