import { log } from '@/server/log'

/** How often, by name. */
export type Sums = ReadonlyMap<string, number>

const SAVE_EVERY_MS = 5_000

/** Sums up in memory and hands the sums over every few seconds and at the end. */
export class Tally {
  #sums = new Map<string, number>()
  readonly #timer: NodeJS.Timeout
  readonly #save: (sums: Sums) => Promise<void>

  constructor(save: (sums: Sums) => Promise<void>, everyMs = SAVE_EVERY_MS) {
    this.#save = save
    this.#timer = setInterval(() => void this.flush(), everyMs).unref()
  }

  add(name: string, count = 1): void {
    this.#sums.set(name, (this.#sums.get(name) ?? 0) + count)
  }

  /** What cannot be saved now is kept for the next time. */
  async flush(): Promise<void> {
    if (this.#sums.size === 0) return
    const sums = this.#sums
    this.#sums = new Map()
    try {
      await this.#save(sums)
    } catch (error) {
      log().warn({ error: String(error) }, 'what was counted could not be saved and waits')
      for (const [name, count] of sums) this.add(name, count)
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.flush()
  }
}
