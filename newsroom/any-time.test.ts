import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articlePath } from './addresses'
import { endOf, firstOf } from './api/moments'
import { articlesQuery, readApiQuery } from './api/query'
import { tagsOfListing, tagsOfSpan } from './cache-tags'
import { calendarDay, isPeriod, nextPeriod, periodsWithin, previousPeriod, startOfDay, startOfPeriod } from './calendar'
import { readCursor, writeCursor } from './cursor'
import { dateAndTime, machineTime } from './dates'
import { instantOfWallTime, wallTime } from './desk/wall-time'
import { readDate } from './jekyll/jekyll-date'
import { monthGrid } from './month-grid'

// Whatever the instant and the zone, from the first that a database knows to the last that an address can name.
const ZONES = [
  ...['Etc/GMT+12', 'Pacific/Pago_Pago', 'America/New_York', 'America/Santiago', 'America/St_Johns', 'Africa/Casablanca', 'UTC'],
  ...[
    'Europe/Dublin',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Shanghai',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Pacific/Apia',
  ],
  ...['Pacific/Kiritimati', 'Asia/Manila'],
]
const [FIRST, LAST] = [new Date('0001-01-01T00:00:00Z'), new Date('9999-12-31T23:59:59.999Z')]
const zone = fc.constantFrom(...ZONES)
/** Near the ends, near a change of clocks, at the turn of a year, on a leap day; else anywhere. */
const instant = fc.oneof(
  fc.date({ min: FIRST, max: new Date('0001-01-03T00:00:00Z'), noInvalidDate: true }),
  fc.date({ min: new Date('9999-12-29T00:00:00Z'), max: LAST, noInvalidDate: true }),
  fc.date({ min: new Date('2026-03-07T00:00:00Z'), max: new Date('2026-03-09T00:00:00Z'), noInvalidDate: true }),
  fc.date({ min: new Date('2026-10-31T00:00:00Z'), max: new Date('2026-11-02T12:00:00Z'), noInvalidDate: true }),
  fc.date({ min: new Date('2024-02-28T00:00:00Z'), max: new Date('2024-03-02T00:00:00Z'), noInvalidDate: true }),
  fc.date({ min: new Date('2026-12-31T00:00:00Z'), max: new Date('2027-01-02T00:00:00Z'), noInvalidDate: true }),
  fc.date({ min: new Date('2011-12-29T00:00:00Z'), max: new Date('2011-12-31T12:00:00Z'), noInvalidDate: true }),
  fc.date({ min: FIRST, max: LAST, noInvalidDate: true }),
)
const inRange = (at: Date) => at >= FIRST && at <= LAST
const always = (holds: (at: Date, zone: string) => void) =>
  fc.assert(
    fc.property(instant, zone, (at, timeZone) => void holds(at, timeZone)),
    { numRuns: 400, seed: 20_261_130 },
  )

describe('any instant in any zone', () => {
  it('lies in a day of the calendar, and in none beside it', () => {
    always((at, timeZone) => {
      const day = calendarDay(at, timeZone)
      expect(isPeriod(day)).toBe(true)
      for (const period of [day, day.slice(0, 7), day.slice(0, 4)]) {
        expect(startOfPeriod(period, timeZone) <= at).toBe(true)
        // The last millisecond there is belongs to the last day.
        expect(at < startOfPeriod(nextPeriod(period), timeZone) || at.getTime() === LAST.getTime()).toBe(true)
      }
    })
  })

  it('has edges around it that a database can be asked for', () => {
    always((at, timeZone) => {
      const day = calendarDay(at, timeZone)
      for (const period of [day, day.slice(0, 7), day.slice(0, 4)]) {
        const parts = period.length < 10 ? periodsWithin(period) : [period]
        const ends = [parts[0] ?? '', parts.at(-1) ?? '']
        const edges = [period, nextPeriod(period), ...ends.map(nextPeriod)].map((one) => startOfPeriod(one, timeZone))
        expect(edges.every(inRange)).toBe(true)
        expect(nextPeriod(period) > period && previousPeriod(period) < period).toBe(true)
        expect(inRange(startOfPeriod(previousPeriod(period), timeZone))).toBe(true)
      }
      expect([firstOf(day, timeZone), endOf(day, timeZone), endOf(at.toISOString(), timeZone)].every(inRange)).toBe(true)
      expect(monthGrid(day.slice(0, 7)).flat()).toContain(day)
    })
  })

  it('is written as it can be read again', () => {
    always((at, timeZone) => {
      const whole = Math.floor(at.getTime() / 1_000) * 1_000
      const written = machineTime(at, timeZone)
      expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/)
      expect(new Date(written).getTime()).toBe(whole)
      expect(articlePath({ id: '0123456789', publishedAt: at }, timeZone)).toMatch(/^\/\d{4}\/\d\d\/\d\d\/0123456789$/)
      expect(dateAndTime(at, { locale: 'zh-CN', timeZone })).toMatch(/^\d{1,4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/)
      expect(readCursor(writeCursor({ at, id: '0123456789' }))?.at).toEqual(at)
      expect(tagsOfListing('site', at, timeZone)).toHaveLength(4)
      expect(
        tagsOfSpan('site', at, new Date(Math.max(at.getTime() - 9 * 86_400_000, FIRST.getTime())), timeZone).length,
      ).toBeGreaterThan(0)
    })
  })

  it('comes back from a field for date and time to its minute, or an hour beside it where the hour comes twice', () => {
    always((at, timeZone) => {
      const shown = wallTime(at, timeZone)
      const read = instantOfWallTime(shown, timeZone)
      // At the ends the wall shows a year that has no four digits, or that no database knows.
      if (read === null) return expect(at < new Date('0001-01-02') || at > new Date('9999-12-30')).toBe(true)
      expect(inRange(read)).toBe(true)
      expect(wallTime(read, timeZone)).toBe(shown)
      expect(Math.abs(read.getTime() - at.getTime())).toBeLessThan(25 * 3_600_000)
    })
  })

  it('is taken from an archive, and given as what it says', () => {
    always((at, timeZone) => {
      const read = readDate(`${at.toISOString().slice(0, 19).replace('T', ' ')} +0000`, false, timeZone)
      if (typeof read !== 'string') return expect(read.at.getTime()).toBe(Math.floor(at.getTime() / 1_000) * 1_000)
      expect(read).toBe('unreal')
      expect(at < new Date('0001-01-02') || at > new Date('9999-12-30')).toBe(true)
    })
  })
})

describe('what is no time at all', () => {
  it.each([
    '2026-02-30T10:00',
    '2026-13-01T10:00',
    '2026-00-10T10:00',
    '2026-01-01T24:01',
    '2026-01-01T10:60',
    '0000-01-01T00:00',
  ])('is not taken from a field: %s', (text) => expect(instantOfWallTime(text, 'America/New_York')).toBeNull())

  it('is not asked of the API', () => {
    for (const from of ['0000-01-01', '2026-02-30', '+010000-01-01', '2026-01-01T25:00:00Z', '0000-06-01T00:00:00Z']) {
      const read = readApiQuery(articlesQuery, new URLSearchParams({ from }))
      if (read.ok && read.query.from) expect(inRange(firstOf(read.query.from, 'Pacific/Kiritimati')), from).toBe(true)
    }
  })

  it('the hour that spring leaves out is an hour later, the one that autumn has twice is the first', () => {
    expect(instantOfWallTime('2026-03-08T02:30', 'America/New_York')?.toISOString()).toBe('2026-03-08T07:30:00.000Z')
    expect(instantOfWallTime('2026-11-01T01:30', 'America/New_York')?.toISOString()).toBe('2026-11-01T05:30:00.000Z')
  })

  it('the days around the ends of the calendar follow one another', () => {
    expect(startOfDay(nextPeriod('9999-12-31'), 'UTC')).toEqual(LAST)
    expect(startOfDay(previousPeriod('0001-01-01'), 'UTC')).toEqual(FIRST)
    expect([isPeriod(nextPeriod('9999')), isPeriod(previousPeriod('0001-01'))]).toEqual([false, false])
  })
})
