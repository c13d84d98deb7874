import { expect, test } from 'vitest'
import { axisTop, sharesOf } from './readership'

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [10, 10],
  [11, 20],
  [480, 500],
  [501, 1000],
  [999_999, 1_000_000],
])('an axis for %d ends at %d', (most, top) => expect(axisTop(most)).toBe(top))

test('a day’s shares are those of all channels', () => {
  expect(sharesOf({ day: '2026-11-23', reads: 9, shares: { weibo: 2, qr: 3 } })).toBe(5)
  expect(sharesOf({ day: '2026-11-23', reads: 9, shares: {} })).toBe(0)
})
