import { expect, it, vi } from 'vitest'
import { startLoop } from './loop'

it('goes on by the step’s own word, through failures, until it is stopped', async () => {
  vi.useFakeTimers()
  let steps = 0
  const loop = startLoop('test', async () => {
    steps++
    if (steps === 2) throw new Error('the database is away')
    return 1_000
  })
  await vi.advanceTimersByTimeAsync(999)
  expect(steps).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(steps).toBe(2)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(steps).toBe(3)
  await loop.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(steps).toBe(3)
  vi.useRealTimers()
})

it('waits for the step under way before it is stopped', async () => {
  let finish = () => {}
  let stopped = false
  const loop = startLoop(
    'test',
    () =>
      new Promise<number>((resolve) => {
        finish = () => resolve(0)
      }),
  )
  const stop = loop.stop().then(() => {
    stopped = true
  })
  await Promise.resolve()
  expect(stopped).toBe(false)
  finish()
  await stop
})
