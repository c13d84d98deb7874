import type { Worker } from 'node:cluster'
import { log } from '@/server/log'
import { SAID_EVERY_MS } from './worker-words'

export interface Patience {
  /** with one that serves and says nothing: its event loop is blocked */
  silentMs: number
  /** with one that has not said anything yet */
  startingMs: number
}
const PATIENCE: Patience = { silentMs: 45_000, startingMs: 180_000 }

/** Kills serving processes that are stuck; whoever keeps them alive replaces them. */
export class WorkerWatch {
  readonly #heardMs = new Map<Worker, { atMs: number; serves: boolean }>()
  readonly #patience: Patience
  readonly #timer: NodeJS.Timeout
  #lookedMs = performance.now()

  constructor(patience = PATIENCE) {
    this.#patience = patience
    this.#timer = setInterval(() => this.#look(), SAID_EVERY_MS).unref()
  }

  attend(worker: Worker): void {
    this.#heardMs.set(worker, { atMs: performance.now(), serves: false })
    worker.on('message', () => this.#heardMs.set(worker, { atMs: performance.now(), serves: true }))
    worker.once('exit', () => this.#heardMs.delete(worker))
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    const nowMs = performance.now()
    const sleptMs = nowMs - this.#lookedMs
    this.#lookedMs = nowMs
    for (const [worker, heard] of this.#heardMs) {
      // A machine that slept, or had no time for this process either, says nothing of the others.
      if (sleptMs > 3 * SAID_EVERY_MS) heard.atMs = nowMs
      const silentMs = nowMs - heard.atMs
      if (silentMs < (heard.serves ? this.#patience.silentMs : this.#patience.startingMs)) continue
      log().error({ worker: worker.process.pid, silentMs: Math.round(silentMs) }, 'a serving process is stuck and is ended')
      this.#heardMs.delete(worker)
      worker.process.kill('SIGKILL')
    }
  }
}
