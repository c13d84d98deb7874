import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ReadFile, ReadJob } from './read-job'

/** Of one thread: enough for any post that is one, so that all threads together stay small. */
const HEAP_MB = 192
const YOUNG_HEAP_MB = 16

/** A post broke its thread: too slow, too large, or a fault in its reader. */
export class BrokenThread extends Error {
  override name = 'BrokenThread'
}

export interface ReadingThread {
  busy: boolean
  /** Throws BrokenThread; the thread is gone then. */
  read(job: ReadJob, timeoutMs: number): Promise<ReadFile[]>
  end(): Promise<void>
}

/** Starts a thread that reads. One that cannot even start is a fault of the installation, and thrown as it is. */
export function startReadingThread(heapMb = HEAP_MB): ReadingThread {
  const worker = new Worker(new URL('./read-thread.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  })
  const ready = once(worker, 'message')
  ready.catch(() => {})

  async function read(job: ReadJob, timeoutMs: number): Promise<ReadFile[]> {
    await ready
    const ended = new AbortController()
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(timeoutMs)])
    try {
      const answer = once(worker, 'message', { signal })
      const exit = once(worker, 'exit', { signal: ended.signal }).then(() => Promise.reject(new Error('its reader ended')))
      exit.catch(() => {})
      worker.postMessage(job)
      const [files] = (await Promise.race([answer, exit])) as [ReadFile[]]
      return files
    } catch (error) {
      worker.on('error', () => {})
      void worker.terminate()
      throw new BrokenThread(reasonOf(error, timeoutMs))
    } finally {
      ended.abort()
    }
  }
  return { busy: false, read, end: async () => void (await worker.terminate()) }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'AbortError') return `takes longer than ${timeoutMs / 1000} s to read`
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'needs more memory to read than a post may take'
  return `breaks its reader: ${error.message}`
}
