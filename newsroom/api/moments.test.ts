import { expect, test } from 'vitest'
import { endOf, firstOf } from './moments'

test.each([
  ['2026-11-30', '2026-11-29T16:00:00.000Z', '2026-11-30T16:00:00.000Z'],
  ['2026-11-30T08:00:00+08:00', '2026-11-30T00:00:00.000Z', '2026-11-30T00:00:00.001Z'],
  ['0000-02-29', '0001-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z'],
])('%s', (moment, first, end) => {
  expect(firstOf(moment, 'Asia/Shanghai').toISOString()).toBe(first)
  expect(endOf(moment, 'Asia/Shanghai').toISOString()).toBe(end)
})

test('the last day of all has an end', () => {
  expect(Number.isNaN(endOf('9999-12-31', 'Asia/Shanghai').getTime())).toBe(false)
})
