import { expect, it, test } from 'vitest'
import { excerptAround, marksOfHeadline } from './search-marks'

test.each<[string, string[], string[]]>([
  ['後臺與後臺', ['后台'], ['後臺', '後臺']],
  ['平原示范区', ['平原', '原示'], ['平原示']],
  ['ＧＤＰ增长', ['gdp'], ['ＧＤＰ']],
  ['新乡日报创刊', ['xinxiang'], ['新乡']],
  ['新乡日报创刊', ['xx'], ['新乡']],
  ['没有', ['别的'], []],
])('%s with %j marks %j', (headline, words, marked) => {
  expect(marksOfHeadline(headline, words).map(([start, end]) => headline.slice(start, end))).toEqual(marked)
})

const filler = '河水流过村庄，田里的人在插秧。'.repeat(40)

it('shows where most of the words stand together', () => {
  const body = `${filler}先说火车。${filler}后来火车到了新乡。${filler}`
  const { text, marks } = excerptAround(body, null, ['新乡', '火车'])
  expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['火车', '新乡'])
  expect(text).toMatch(/^….*…$/)
  expect(text.length).toBeLessThan(130)
})

it('shows the standfirst or the opening where the body has none of them', () => {
  expect(excerptAround(filler, '火车来了', ['火车'])).toEqual({ text: '火车来了', marks: [[0, 2]] })
  expect(excerptAround('短文。', null, ['火车'])).toEqual({ text: '短文。', marks: [] })
})
