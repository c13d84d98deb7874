import { expect, test } from 'vitest'
import { headlineQuery } from './headline-query'

test.each([
  ['新乡', "'新乡'"],
  ['新乡市', "'新乡' & '乡市'"],
  ['水', "'水':*"],
  ['开门红 2022', "'开门' & '门红' & '2022':*"],
  ['ＧＤＰ增长', "'增长' & 'gdp':*"],
])('%s searches for %s', (text, query) => expect(headlineQuery(text)).toBe(query))

test.each(['', '   ', '！？（）', '&|!:*<->'])('%j searches for nothing', (text) => expect(headlineQuery(text)).toBeNull())

test('quotes and operators cannot leave their lexeme', () => {
  expect(headlineQuery("o'brien' & '")).not.toMatch(/[^'\\]'[^'& :*]*[|!()]/)
})

test('a very long query is cut', () => expect(headlineQuery('水利'.repeat(10_000))?.split(' & ').length).toBeLessThanOrEqual(40))
