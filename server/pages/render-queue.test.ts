import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Busy, RENDER_LIMITS, RenderQueue, StaffFirst } from './render-queue'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Renders that run until they are told to end. */
function held(queue: RenderQueue) {
  const ends: (() => void)[] = []
  const most = { running: 0, started: 0 }
  const ask = () =>
    queue.run(async () => {
      most.running++
      most.started++
      await new Promise<void>((resolve) => ends.push(resolve))
      most.running--
    })
  const endOne = async () => {
    ends.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { ask, endOne, most }
}

it('refuses at once when so many wait already', async () => {
  const queue = new RenderQueue()
  const { ask } = held(queue)
  for (let asked = 0; asked < 4 + RENDER_LIMITS.waiting; asked++) void ask()
  await expect(ask()).rejects.toThrow(Busy)
  expect(queue.waiting).toBe(RENDER_LIMITS.waiting)
})

it('somebody of the staff is served at once whatever waits, and readers take turns as long as that lasts', async () => {
  const staff = new StaffFirst()
  const { ask, endOne, most } = held(new RenderQueue(RENDER_LIMITS, staff))
  for (let asked = 0; asked < 100; asked++) void ask()
  await vi.advanceTimersByTimeAsync(0)
  expect(most.running).toBe(4)
  let serve = () => {}
  const served = staff.serve(() => new Promise<void>((resolve) => (serve = resolve)))
  expect(staff.isServed).toBe(true)
  for (let ended = 0; ended < 4; ended++) await endOne()
  expect([most.running, most.started]).toEqual([1, 5])
  await endOne()
  expect([most.running, most.started]).toEqual([1, 6])
  serve()
  await served
  await vi.advanceTimersByTimeAsync(0)
  expect(most.running).toBe(4)
})

it('a request of the staff that stays open does not keep readers from their pages', async () => {
  const staff = new StaffFirst()
  const { ask, most } = held(new RenderQueue(RENDER_LIMITS, staff))
  void staff.serve(() => new Promise(() => {}))
  for (let asked = 0; asked < 10; asked++) void ask()
  await vi.advanceTimersByTimeAsync(4_999)
  expect(most.running).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect([staff.isServed, most.running]).toEqual([false, 4])
})
