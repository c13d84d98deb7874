import { expect, it } from 'vitest'
import { entriesOf, type Searchable } from './search-entry'

const article: Searchable = {
  id: 'abcdefgh01',
  listedAt: new Date('2026-10-31T23:00:00Z'),
  headline: '新鄉建成5G基站',
  kicker: null,
  subhead: null,
  standfirst: '导语',
  body: '正文提到鸬鹚，又提到鸬鹚。',
  source: '新乡日报',
  tags: ['通信'],
  people: ['张三'],
  categoryIds: [12, 3],
  tagIds: [7],
  sourceId: 5,
  personIds: [3],
}

it('finds an article by everything that is said of it', () => {
  const [entry, ...more] = entriesOf(article)
  const terms = entry?.terms.split(' ') ?? []
  for (const term of ['新乡', '基站', '5g', '鸬鹚', '导语', '通信', '张三', '日报']) expect(terms).toContain(term)
  for (const term of ['c:12', 'c:3', 't:7', 's:5', 'p:3', 'm:2026-10', 'y:2026']) expect(terms).toContain(term)
  for (const term of ['^新乡', '^5g', '~xinxiang', '~xinxiangribao', '~xxrb', '~zhangsan']) expect(terms).toContain(term)
  for (const term of ['^鸬鹚', '^通信', '乡建成', '站导']) expect(terms).not.toContain(term)
  expect([entry?.part, more]).toEqual([0, []])
  expect(new Set(terms).size).toBe(terms.length)
})

it('weighs dictionary words by where they stand', () => {
  const ranks = entriesOf(article)[0]?.ranks.split(' ')
  expect(ranks).toEqual(expect.arrayContaining(['新乡:1A', '基站:1A', '导语:1B', '通信:1B', '鸬鹚:2C,3C']))
})

it('is the same for an article without anything beside its headline', () => {
  const [entry] = entriesOf({
    ...article,
    headline: '！',
    standfirst: null,
    body: '',
    source: null,
    sourceId: null,
    tags: [],
    people: [],
  })
  expect(entry?.terms).not.toMatch(/ {2}|^ | $/)
  expect(entry?.ranks).toBe('')
})
