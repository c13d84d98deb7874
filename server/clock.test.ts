import { afterEach, expect, it, vi } from 'vitest'
import { localMs, measureClock, siteTime } from './clock'

afterEach(() => {
  vi.useRealTimers()
  measureClock(0, 0, 0)
})

it('is the database’s, whatever this machine’s says', () => {
  vi.useFakeTimers({ now: 1_000_000 })
  // Asked at 999,990, answered at 1,000,010: an hour and five milliseconds ahead, or ten less or more.
  expect(measureClock(1_000_005 + 3_600_000, 999_990, 1_000_010)).toBe(true)
  expect([siteTime().getTime(), localMs(new Date(5_000_000))]).toEqual([4_599_995, 1_400_005])
})

it('stays as it is known while a slow answer could mean the same, and follows when it cannot', () => {
  vi.useFakeTimers({ now: 0 })
  measureClock(50, 0, 0)
  expect(measureClock(90, 0, 100)).toBe(false)
  expect(siteTime().getTime()).toBe(50)
  expect(measureClock(80, 0, 10)).toBe(false)
  expect(siteTime().getTime()).toBe(70)
})

it('is not thrown off by an answer that took seconds on its way back, and not taken for one that was set', () => {
  vi.useFakeTimers({ now: 0 })
  measureClock(1, 0, 0)
  expect(measureClock(0, 0, 2_003)).toBe(false)
  expect(siteTime().getTime()).toBe(0)
  expect(measureClock(2_010, 2_009, 2_010)).toBe(false)
  expect(siteTime().getTime()).toBe(0)
})
