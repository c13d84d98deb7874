import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { withinOwnTime } from './own-time'

/** As on a machine that gives this process no time. */
const sleepThrough = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

it('reads an answer that came while the process was not let run, however long that took', async () => {
  const reading = withinOwnTime(readFile(import.meta.filename, 'utf8'), 150)
  // A file is read in some steps, each of which the process sleeps through.
  const asleep = setInterval(() => sleepThrough(400), 1)
  expect(await reading.finally(() => clearInterval(asleep))).toContain('sleepThrough')
})

it('waits no longer than it is told to, and passes on how the work ended', async () => {
  await expect(withinOwnTime(new Promise(() => {}), 150)).rejects.toThrow('no answer in 150 ms')
  await expect(withinOwnTime(Promise.reject(new Error('refused')), 1_000)).rejects.toThrow('refused')
  expect(await withinOwnTime(Promise.resolve('well'), 0)).toBe('well')
})
