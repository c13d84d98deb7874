import { expect, it } from 'vitest'
import { againAfterMs, isNeedless, purgeRetryMs } from './purge-times'

it('tells an edge three times', () => {
  expect([1, 2, 3].map(againAfterMs)).toEqual([2_000, 15_000, null])
})

it('tries an edge that does not answer soon, and then every half minute', () => {
  expect([1, 2, 3, 7, 50].map(purgeRetryMs)).toEqual([500, 1_000, 2_000, 30_000, 30_000])
})

it('gives up only what the edge cannot hold any more', () => {
  expect(isNeedless(3_600_000, 3_600)).toBe(false)
  expect(isNeedless(4_260_001, 3_600)).toBe(true)
})
