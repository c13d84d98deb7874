/** The most a step of the clock counts for: a process that was not let run for longer was away itself. */
const STEP_MS = 100

/**
 * Waits for work no longer than `ms` in which this process could run, then throws. On a machine that has no time for it, a process
 * finds every limit passed and the answers beside it, unread: what it slept through is nobody else's silence.
 */
export async function withinOwnTime<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<never>((_, reject) => {
    const step = (leftMs: number) => {
      const stepMs = Math.min(leftMs, STEP_MS)
      if (stepMs <= 0) return reject(new Error(`no answer in ${ms} ms`))
      timer = setTimeout(step, stepMs, leftMs - stepMs)
    }
    step(ms)
  })
  try {
    return await Promise.race([work, passed])
  } finally {
    clearTimeout(timer)
  }
}
