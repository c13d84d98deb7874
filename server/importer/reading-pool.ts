import { availableParallelism } from 'node:os'
import type { ReadFile, ReadJob } from './read-job'
import { BrokenThread, type ReadingThread, startReadingThread } from './reading-thread'

export interface ReadingPool {
  /** how many jobs are read at a time: one a core */
  size: number
  read(job: ReadJob): Promise<ReadFile[]>
  /** Ends all threads; what is under way fails. */
  close(): Promise<void>
}

export interface PoolLimits {
  size?: number
  jobTimeoutMs?: number
  fileTimeoutMs?: number
  heapMb?: number
}

/**
 * Threads that read and parse. A post that exhausts a thread's time or memory costs that thread; its batch is read again
 * file by file, by others, so that only the post itself is refused.
 */
export function openReadingPool(limits: PoolLimits = {}): ReadingPool {
  const { size = availableParallelism(), jobTimeoutMs = 120_000, fileTimeoutMs = 30_000, heapMb } = limits
  const threads = new Set<ReadingThread>()
  const waiting: ((thread: ReadingThread) => void)[] = []
  let closed = false

  async function claim(): Promise<ReadingThread> {
    if (closed) throw new Error('the reading pool is closed')
    const free = [...threads].find(({ busy }) => !busy)
    if (!free && threads.size >= size) return await new Promise((resolve) => waiting.push(resolve))
    const thread = free ?? startReadingThread(heapMb)
    threads.add(thread)
    thread.busy = true
    return thread
  }

  function release(thread: ReadingThread): void {
    const next = waiting.shift()
    thread.busy = next !== undefined
    next?.(thread)
  }

  async function readOnce(job: ReadJob, timeoutMs: number): Promise<ReadFile[] | BrokenThread> {
    const thread = await claim()
    try {
      const files = await thread.read(job, timeoutMs)
      release(thread)
      return files
    } catch (error) {
      threads.delete(thread)
      if (closed || !(error instanceof BrokenThread)) throw error
      const next = waiting.shift()
      if (next) next(await claim())
      return error
    }
  }

  async function read(job: ReadJob): Promise<ReadFile[]> {
    const whole = await readOnce(job, jobTimeoutMs)
    if (!(whole instanceof BrokenThread)) return whole
    const files: ReadFile[] = []
    for (const file of job.files) {
      const alone = await readOnce({ ...job, files: [file] }, fileTimeoutMs)
      if (alone instanceof BrokenThread) files.push(refused(file.path, alone.message))
      else files.push(...alone)
    }
    return files
  }

  async function close(): Promise<void> {
    closed = true
    await Promise.all([...threads].map((thread) => thread.end()))
  }
  return { size, read, close }
}

const refused = (path: string, reason: string): ReadFile => ({ path, contentHash: '', read: { path, line: null, reason } })
