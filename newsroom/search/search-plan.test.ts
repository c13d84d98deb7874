import { expect, it, test } from 'vitest'
import { planHeadline, planSearch, queryOf } from './search-plan'

const plan = (words: string[], excluded: string[] = [], facets: string[][] = []) => {
  const made = planSearch(words, excluded, facets)
  return made && queryOf(made)
}

test.each<[Parameters<typeof plan>, string | null]>([
  [[['新乡']], `'新乡'`],
  [[['平原示范区', '後臺']], `'平原' & '原示' & '示范' & '范区' & '后台'`],
  [[['xxrb']], `('xxrb' | '~xxrb')`],
  [[['新乡'], ['水利', '平原示范区']], `'新乡' & !('水利')`],
  [[['新乡'], [], [['c:1', 'c:2'], ['s:5']]], `'新乡' & ('c:1' | 'c:2') & ('s:5')`],
  [[[], [], [['t:7']]], `('t:7')`],
  [[['——', "'"], ['水利']], null],
  [[["a'b|c&!d:*"]], `'a' & 'b' & 'c' & 'd'`],
])('%j asks for %s', (given, query) => expect(plan(...given)).toBe(query))

it('knows what has to be looked at again', () => {
  expect(planSearch(['新乡', 'gdp'], [], [])?.exact).toBe(true)
  expect(planSearch(['新乡市'], [], [])?.exact).toBe(false)
  expect(planSearch(['新乡'], ['平原示范区'], [])?.exact).toBe(false)
})

it('asks for no more terms than help', () => {
  const word = Array.from({ length: 100 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
  expect(planSearch([word], [], [])?.needs[0]?.split(' & ')).toHaveLength(24)
})

it('leaves the last word of a headline unfinished', () => {
  expect(planHeadline(['新乡', 'xinxia'])?.needs).toEqual([`'^新乡'`, `('^xinxia':* | '~xinxia':*)`])
  expect(planHeadline(['平原示范'])).toEqual({ needs: [`'^平原' & '^原示' & '^示范'`], whole: ['平原示范'] })
})
