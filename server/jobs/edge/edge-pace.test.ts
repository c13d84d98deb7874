import { expect, it } from 'vitest'
import { BULK, EVERYTHING } from '@/newsroom/cache-tags'
import { EdgePace } from './edge-pace'

const batch = (...named: string[]) => [EVERYTHING, BULK, ...named]
const tell = (pace: EdgePace, changes: string[][], nowMs: number) => {
  const tags = pace.tagsOf(changes, nowMs).flat()
  pace.settle(tags, nowMs)
  return tags
}

it('of a bulk the first empties the edge at once, the following together, and the last of them too', () => {
  const pace = new EdgePace()
  expect(tell(pace, [batch('article:a')], 10_000)).toEqual(['article:a', EVERYTHING])
  expect(tell(pace, [batch('article:b'), batch()], 10_200)).toEqual(['article:b'])
  expect(tell(pace, [batch()], 11_900)).toEqual([])
  expect(tell(pace, [], 12_000)).toEqual([EVERYTHING])
  expect(tell(pace, [], 14_500)).toEqual([])
  expect(tell(pace, [batch()], 14_600)).toEqual([EVERYTHING])
})

it('what the desk publishes meanwhile waits for nothing, a lost connection neither', () => {
  const pace = new EdgePace()
  tell(pace, [batch()], 10_000)
  expect(tell(pace, [['article:c', 'list:site'], batch()], 10_200)).toEqual(['article:c', 'list:site'])
  expect(tell(pace, [[EVERYTHING]], 10_400)).toEqual([EVERYTHING])
})

it('what an edge could not be told waits on', () => {
  const pace = new EdgePace()
  expect(pace.tagsOf([batch()], 10_000).flat()).toEqual([EVERYTHING])
  expect(tell(pace, [], 10_500)).toEqual([EVERYTHING])
  expect(tell(pace, [], 10_700)).toEqual([])
})
