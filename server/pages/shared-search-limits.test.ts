import { expect, it } from 'vitest'
import { SearchLimits } from './search-limits'
import { SharedSearchLimits } from './shared-search-limits'

it('what one process lets through is taken from the bucket of all; who is refused there is not asked about again too soon', async () => {
  const asked: string[] = []
  let wait = 0
  const limits = new SharedSearchLimits(new SearchLimits(3), async (visitor) => {
    asked.push(visitor)
    return wait
  })
  expect(await limits.take('a', 1, 0)).toBe(0)
  wait = 7
  expect(await limits.take('a', 1, 0)).toBe(7)
  expect(await limits.take('a', 1, 2_500)).toBe(5)
  expect(asked).toEqual(['a', 'a'])
  wait = 0
  expect(await limits.take('a', 1, 7_000)).toBe(0)
  for (let n = 0; n < 9; n++) await limits.take('b', 1, 0)
  expect(asked.filter((visitor) => visitor === 'b')).toHaveLength(3)
})

it('a database that is away refuses nobody', async () => {
  const limits = new SharedSearchLimits(new SearchLimits(3), () => Promise.reject(new Error('away')))
  expect(await limits.take('a', 1, 0)).toBe(0)
})
