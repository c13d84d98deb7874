import { log } from '@/server/log'

export interface Loop {
  /** Ends after the step under way. */
  stop: () => Promise<void>
}

const AFTER_A_FAILURE_MS = 5_000

/** Does a step again and again; each says after how many milliseconds the next is wanted. A failure is logged and tried again. */
export function startLoop(name: string, step: () => Promise<number>): Loop {
  const stopping = new AbortController()
  const done = (async () => {
    while (!stopping.signal.aborted) {
      const waitMs = await step().catch((error: unknown) => {
        log().error({ job: name, error: String(error) }, 'a job failed, it will be tried again')
        return AFTER_A_FAILURE_MS
      })
      await pause(waitMs, stopping.signal)
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await done
    },
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
