import { expect, test } from 'vitest'
import { readPlace, type SearchPlace, writePlace } from './search-place'

const cursor = { at: new Date('2026-11-23T02:00:00Z'), id: '9f3k2m8p1q' }

test.each<[SearchPlace, string]>([
  [{ loose: false, back: false, asOf: null, at: cursor }, 'sfmwsmbsw0-9f3k2m8p1q'],
  [{ loose: true, back: true, asOf: 36 ** 7, at: 39 }, 'lb10000000.39'],
  [{ loose: false, back: true, asOf: 36 ** 7, at: cursor }, 'sb10000000.mwsmbsw0-9f3k2m8p1q'],
])('%j is written %s', (place, text) => {
  expect(writePlace(place)).toBe(text)
  expect(readPlace(text)).toEqual(place)
})

test.each([undefined, '', 'sf39', 'x', 'sf1.', `sf${'z'.repeat(40)}.3`, 'sf1.9999999'])('%s is no place', (text) =>
  expect(readPlace(text)).toBeNull(),
)
