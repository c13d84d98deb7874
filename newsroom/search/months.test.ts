import { expect, it, test } from 'vitest'
import { lexemesOfMonths, monthOf, startOfMonth, stretches } from './months'

const month = (text: string) => monthOf(new Date(`${text}-01T00:00:00Z`))

test.each([
  ['2026-11', '2026-11', ['m:2026-11']],
  ['2025-12', '2027-01', ['m:2025-12', 'y:2026', 'm:2027-01']],
  ['0999-12', '1000-01', ['m:0999-12', 'm:1000-01']],
  ['2026-02', '2026-01', []],
])('%s to %s is %j', (first, last, lexemes) => expect(lexemesOfMonths(month(first), month(last))).toEqual(lexemes))

test.each(['2026-11', '0001-01', '1999-12'])('%s begins where it ends', (text) => {
  expect(startOfMonth(month(text)).toISOString().slice(0, 7)).toBe(text)
})

it('reaches to the next hits of the sample, then further and further', () => {
  expect(stretches(100, 1, [90, 80, 70, 60, 50])).toEqual([
    [90, 100],
    [80, 89],
    [60, 79],
    [1, 59],
  ])
  expect(stretches(1, 100, [10, 10, 20])).toEqual([
    [1, 10],
    [11, 100],
  ])
  expect(stretches(5, 5, [])).toEqual([[5, 5]])
  expect(stretches(9, 5, [2])).toEqual([[5, 9]])
})
