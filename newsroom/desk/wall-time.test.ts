import { describe, expect, it } from 'vitest'
import { instantOfWallTime, wallTime } from './wall-time'

describe('the newsroom’s clock in a field', () => {
  it.each([
    ['2026-11-24T10:30:00.000Z', 'Asia/Shanghai', '2026-11-24T18:30'],
    ['2026-12-31T16:05:00.000Z', 'Asia/Shanghai', '2027-01-01T00:05'],
    ['2026-11-24T10:30:00.000Z', 'Asia/Kolkata', '2026-11-24T16:00'],
  ])('%s in %s is %s, and back', (instant, zone, shown) => {
    expect(wallTime(instant, zone)).toBe(shown)
    expect(instantOfWallTime(shown, zone)?.toISOString()).toBe(instant)
  })

  // The earlier of two when clocks are set back; of an hour that is left out, as if it had not been yet.
  it.each([
    ['2027-03-14T01:59', 'America/New_York', '2027-03-14T06:59:00.000Z', '2027-03-14T01:59'],
    ['2027-03-14T02:30', 'America/New_York', '2027-03-14T07:30:00.000Z', '2027-03-14T03:30'],
    ['2027-03-14T03:00', 'America/New_York', '2027-03-14T07:00:00.000Z', '2027-03-14T03:00'],
    ['2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00.000Z', '2027-11-07T01:30'],
    ['2027-11-07T02:00', 'America/New_York', '2027-11-07T07:00:00.000Z', '2027-11-07T02:00'],
    ['2027-10-03T02:15', 'Australia/Lord_Howe', '2027-10-02T15:45:00.000Z', '2027-10-03T02:45'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00.000Z', '2027-04-04T01:45'],
    ['2028-02-29T12:00', 'Asia/Shanghai', '2028-02-29T04:00:00.000Z', '2028-02-29T12:00'],
    ['2026-12-31T23:59', 'Asia/Shanghai', '2026-12-31T15:59:00.000Z', '2026-12-31T23:59'],
    ['2027-01-01T00:00', 'Pacific/Kiritimati', '2026-12-31T10:00:00.000Z', '2027-01-01T00:00'],
  ])('%s in %s is %s, shown as %s', (text, zone, instant, shown) => {
    const at = instantOfWallTime(text, zone)
    expect(at?.toISOString()).toBe(instant)
    expect(wallTime(instant, zone)).toBe(shown)
  })

  it('names no day there is not', () => {
    expect(instantOfWallTime('2027-02-29T12:00', 'Asia/Shanghai')).toBeNull()
    expect(instantOfWallTime('2027-04-31T12:00', 'Asia/Shanghai')).toBeNull()
  })

  it('reads a field with seconds, and nothing out of an empty one', () => {
    expect(instantOfWallTime('2026-11-24T18:30:00', 'Asia/Shanghai')?.toISOString()).toBe('2026-11-24T10:30:00.000Z')
    expect(instantOfWallTime('', 'Asia/Shanghai')).toBeNull()
  })
})
