export interface Stopper {
  /** Aborted when the stop begins: what is starting should not go on. */
  signal: AbortSignal
  /** Remembers how to stop what was just started. */
  add: (stop: () => unknown) => void
  /** What a SIGHUP does to what runs without a terminal, in place of stopping it. */
  onHangUp: (act: () => unknown) => void
}

const LIMIT_MS = 10_000

/**
 * Starts something that runs until the first SIGINT or SIGTERM, then stops it cleanly, last started first; in the middle of
 * starting, the start is told and waited for, so that nothing stays behind. A second signal, or ten seconds, end the process
 * at once. A start that fails is stopped too, then thrown.
 */
export async function runUntilSignal(say: (text: string) => void, start: (stopper: Stopper) => Promise<void>): Promise<void> {
  const stopping = new AbortController()
  const stops: (() => unknown)[] = []
  const onSignal = () => {
    if (stopping.signal.aborted) process.exit(1)
    say('正在停止 / stopping …')
    setTimeout(() => process.exit(1), LIMIT_MS).unref()
    stopping.abort()
    void started
      .catch(print)
      .then(() => stopAll(stops))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          print(error)
          process.exit(1)
        },
      )
  }
  let hangUp: (() => unknown) | undefined
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)
  // A terminal that is closed ends what it started; elsewhere a SIGHUP is an operator's wish.
  process.on('SIGHUP', () => (hangUp && !process.stdin.isTTY && !stopping.signal.aborted ? void hangUp() : onSignal()))
  const started = start({
    signal: stopping.signal,
    add: (stop) => void stops.push(stop),
    onHangUp: (act) => {
      hangUp = act
    },
  })
  try {
    await started
  } catch (error) {
    if (stopping.signal.aborted) return
    await stopAll(stops).catch(print)
    throw error
  }
}

/** One that cannot be stopped keeps no other from it. */
async function stopAll(stops: (() => unknown)[]): Promise<void> {
  const errors: unknown[] = []
  for (let stop = stops.pop(); stop; stop = stops.pop()) {
    try {
      await stop()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors)
}

/** That a start was given up is no news. */
function print(error: unknown): void {
  if (error instanceof Error && error.name === 'AbortError') return
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
}
