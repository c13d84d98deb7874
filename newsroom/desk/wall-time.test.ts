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

  it('reads a field with seconds, and nothing out of an empty one', () => {
    expect(instantOfWallTime('2026-11-24T18:30:00', 'Asia/Shanghai')?.toISOString()).toBe('2026-11-24T10:30:00.000Z')
    expect(instantOfWallTime('', 'Asia/Shanghai')).toBeNull()
  })
})
