import { expect, it } from 'vitest'
import type { NamedHit } from './named-hit'
import { searchSuggestions } from './search-suggestion'

const site = { name: '泽川日报', url: 'https://news.example', locale: 'zh-CN', timeZone: 'Asia/Shanghai' }
const person: NamedHit = { kind: 'person', slug: 'zhangsan', name: '张三', rank: 0 }
const source: NamedHit = { kind: 'source', slug: 'xinxiangribao', name: '新乡日报', rank: 1 }
const card = { id: '9f3k2m8p1q', headline: '新乡水利', publishedAt: new Date('2026-11-22T16:30:00Z') }

it('offers names before headlines, each with where it leads', () => {
  expect(searchSuggestions([source, person], [card], { site, view: 'standard' })).toEqual([
    { label: '新乡日报', path: '/source/xinxiangribao', note: '来源' },
    { label: '张三', path: '/search?q=%E4%BD%9C%E8%80%85%3A%E5%BC%A0%E4%B8%89', note: '作者' },
    { label: '新乡水利', path: '/2026/11/23/9f3k2m8p1q', note: '2026-11-23' },
  ])
})

it('stays in the language and the view of the page', () => {
  const [first] = searchSuggestions([person], [], { site: { ...site, locale: 'en' }, view: 'elder' })
  expect(first).toEqual({ label: '张三', path: '/search?q=author%3A%E5%BC%A0%E4%B8%89&view=elder', note: 'Author' })
})

it('offers a few of each, however many there are', () => {
  expect(searchSuggestions(Array(50).fill(source), Array(50).fill(card), { site, view: 'standard' })).toHaveLength(9)
})
