import { expect, it } from 'vitest'
import { SearchLimits } from './search-limits'

const taken = (limits: SearchLimits, times: number, nowMs: number, visitor = 'a') =>
  Array.from({ length: times }, () => limits.take(visitor, 1, nowMs)).filter((wait) => wait === 0).length

it('lets a minute’s worth through at once, then says how long to wait', () => {
  const limits = new SearchLimits(60)
  expect(taken(limits, 100, 0)).toBe(60)
  expect(limits.take('a', 1, 0)).toBe(1)
  expect(limits.take('a', 10, 0)).toBe(10)
  expect(limits.take('b', 1, 0)).toBe(0)
})

it('fills again by and by, never above a minute’s worth', () => {
  const limits = new SearchLimits(60)
  taken(limits, 60, 0)
  expect(taken(limits, 100, 5_000)).toBe(5)
  expect(taken(limits, 100, 3_600_000)).toBe(60)
})

it('takes less for what costs less', () => {
  const limits = new SearchLimits(10)
  const waits = Array.from({ length: 41 }, () => limits.take('a', 0.25, 0))
  expect(waits.slice(0, 40)).toEqual(Array(40).fill(0))
  expect(waits[40]).toBe(2)
})

it('is not fooled by a clock that was set back', () => {
  const limits = new SearchLimits(60)
  taken(limits, 60, 100_000)
  expect(limits.take('a', 1, 0)).toBe(1)
})

it('remembers so many visitors and no more', () => {
  const limits = new SearchLimits(1, 3)
  for (let visitor = 0; visitor < 1_000; visitor++) limits.take(`v${visitor}`, 1, 0)
  expect(limits.size).toBe(3)
})
