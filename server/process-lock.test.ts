import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isAlive, withProcessLock } from './process-lock'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'))
  file = join(folder, 'lock')
})
afterEach(() => rm(folder, { recursive: true }))

it('lets one in at a time and leaves nothing behind', async () => {
  let inside = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++inside)
    await sleep(5)
    inside--
  }
  await Promise.all(Array.from({ length: 8 }, () => withProcessLock(file, work)))
  expect(most).toBe(1)
  expect(await readdir(folder)).toEqual([])
})

it('opens again when the work fails', async () => {
  await expect(withProcessLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withProcessLock(file, async () => 'in')).toBe('in')
})

it('is taken from a dead holder', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '0'])
  expect(isAlive(pid)).toBe(false)
  await writeFile(file, String(pid))
  expect(await withProcessLock(file, async () => 'in')).toBe('in')
})

it('is taken from a holder whose pid passed to another process', async () => {
  await writeFile(file, String(process.ppid))
  await utimes(file, new Date(), new Date(Date.now() - 60_000))
  expect(await withProcessLock(file, async () => 'in')).toBe('in')
})
