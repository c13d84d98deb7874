import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { BULK, EVERYTHING } from '@/newsroom/cache-tags'
import { BulkPace } from './bulk-pace'

let dropped: string[][]
let pace: BulkPace
beforeEach(() => {
  vi.useFakeTimers()
  dropped = []
  pace = new BulkPace((tags) => void dropped.push([...tags]))
})
afterEach(() => {
  pace.stop()
  vi.useRealTimers()
})

it('an import of 100,000 in 500 batches over two minutes makes everything old once in two seconds', () => {
  for (let batch = 0; batch < 500; batch++) {
    pace.tell(new Set([BULK]))
    vi.advanceTimersByTime(240)
  }
  vi.advanceTimersByTime(10_000)
  expect(dropped.length).toBeGreaterThan(58)
  expect(dropped.length).toBeLessThan(63)
  expect(dropped.at(-1)).toEqual([EVERYTHING])
})

it('the last batch is never forgotten, and after it there is quiet', () => {
  pace.tell(new Set([BULK]))
  vi.advanceTimersByTime(1_999)
  pace.tell(new Set([BULK]))
  expect(dropped).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(dropped).toEqual([[BULK, EVERYTHING], [EVERYTHING]])
  vi.advanceTimersByTime(60_000)
  expect(dropped).toHaveLength(2)
})

it('a text that a batch changed is old at once, whatever rests; so is all that is no batch', () => {
  pace.tell(new Set([BULK]))
  pace.tell(new Set([BULK, 'article:a']))
  pace.tell(new Set(['article:b', 'list:site']))
  pace.tell(new Set([EVERYTHING]))
  expect(dropped.slice(1)).toEqual([['article:a'], ['article:b', 'list:site'], [EVERYTHING]])
})
