import { expect, it } from 'vitest'
import { isPlannable, publicationTime } from './publication-time'

const now = new Date('2026-11-24T02:00:00Z')
const earlier = new Date('2026-11-24T01:00:00Z')
const later = new Date('2026-11-24T09:00:00Z')
const time = (at: Date | null, embargoUntil: Date | null = null) => publicationTime({ now, at, embargoUntil })

it('is now where no time is named, or one that has passed', () => {
  expect(time(null)).toEqual(now)
  expect(time(earlier)).toEqual(now)
  expect(time(now)).toEqual(now)
})

it('is the end of an embargo that holds, and of none that is over', () => {
  expect(time(null, later)).toEqual(later)
  expect(time(null, earlier)).toEqual(now)
})

it('is the time somebody names, though an embargo may forbid it', () => {
  expect(time(later)).toEqual(later)
  expect(time(earlier, later)).toEqual(now)
})

it('is no time beyond five years', () => {
  expect(time(new Date('2031-11-24T02:00:00Z'))).toEqual(new Date('2031-11-24T02:00:00Z'))
  expect(time(new Date('2031-11-24T02:00:01Z'))).toBeNull()
})

it('can be meant up to five years from now, since there are years', () => {
  expect(
    ['2031-11-24T02:00:00Z', '1969-12-31T00:00:00Z', '0001-01-01T00:00:00Z'].every((at) => isPlannable(new Date(at), now)),
  ).toBe(true)
  expect(
    ['2031-11-24T02:00:01Z', '9999-12-31T23:59:59Z', '0000-12-31T23:59:59Z'].some((at) => isPlannable(new Date(at), now)),
  ).toBe(false)
})
