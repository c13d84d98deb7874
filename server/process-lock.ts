import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 50
const TOUCH_MS = 2_000
/** A holder touches its lock every two seconds; one that has not for this long is dead, whoever wears its pid now. */
const ABANDONED_MS = 20_000

let drafts = 0

/**
 * Runs `work` while this is the only process on this machine that holds `file`. The file holds the holder's pid: a dead
 * holder's lock is taken at once. `signal` ends the waiting, not the work.
 */
export async function withProcessLock<Result>(file: string, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  while (!(await take(file))) {
    signal?.throwIfAborted()
    await dropAbandoned(file)
    await sleep(POLL_MS)
  }
  const touching = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), TOUCH_MS)
  try {
    return await work()
  } finally {
    clearInterval(touching)
    await rm(file, { force: true })
  }
}

/** Linked, not written: the lock appears together with the pid in it. */
async function take(file: string): Promise<boolean> {
  const draft = draftOf(file)
  try {
    // On a full disk it is made and cannot be written.
    await writeFile(draft, String(process.pid))
    await link(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function dropAbandoned(file: string): Promise<void> {
  const holder = await readFile(file, 'utf8').catch(() => null)
  const touched = await stat(file).catch(() => null)
  if (holder === null || !touched) return
  if (isAlive(Number(holder)) && Date.now() - touched.mtimeMs < ABANDONED_MS) return
  // Another waiter may have done the same and already hold the lock anew: what was moved away by mistake is put back.
  const moved = draftOf(file)
  if (
    !(await rename(file, moved)
      .then(() => true)
      .catch(() => false))
  )
    return
  if ((await readFile(moved, 'utf8')) !== holder) await link(moved, file).catch(() => {})
  await rm(moved, { force: true })
}

const draftOf = (file: string) => `${file}.${process.pid}.${drafts++}`

/** Whether a process with this id exists, ours or anybody's. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
