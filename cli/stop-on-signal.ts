export interface Stopper {
  /** Remembers how to stop what was just started. */
  add: (stop: () => unknown) => void
  /** Stops everything, last started first. */
  stop: () => Promise<void>
}

const LIMIT_MS = 10_000

/** Stops cleanly on the first SIGINT or SIGTERM, also in the middle of starting; a second one, or ten seconds, end the process at once. */
export function stopOnSignal(say: (text: string) => void): Stopper {
  const stops: (() => unknown)[] = []
  let stopping: Promise<void> | null = null
  const stopAll = async () => {
    for (let next = stops.pop(); next; next = stops.pop()) await next()
  }
  const stop = () => {
    stopping ??= stopAll()
    return stopping
  }
  const onSignal = () => {
    if (stopping) process.exit(1)
    say('正在停止 / stopping …')
    setTimeout(() => process.exit(1), LIMIT_MS).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  return { add: (step) => void stops.push(step), stop }
}
