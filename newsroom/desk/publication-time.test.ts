import { expect, it } from 'vitest'
import { publicationTime } from './publication-time'

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
