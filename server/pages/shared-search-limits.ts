import { LRUCache } from 'lru-cache'
import type { SearchLimits } from './search-limits'

const MOST_REMEMBERED = 20_000

/**
 * A visitor's searches on all servers together. Each process refuses by itself what is too much for one; what passes there is taken out
 * of the bucket all of them share. Whoever is refused there is not asked about again before their time.
 */
export class SharedSearchLimits {
  readonly #own: SearchLimits
  readonly #takeShared: (visitor: string, cost: number) => Promise<number>
  readonly #waitsUntilMs = new LRUCache<string, number>({ max: MOST_REMEMBERED })

  constructor(own: SearchLimits, takeShared: (visitor: string, cost: number) => Promise<number>) {
    this.#own = own
    this.#takeShared = takeShared
  }

  /** After how many seconds the visitor may search; 0: now, and it is counted. */
  async take(visitor: string, cost: number, nowMs = Date.now()): Promise<number> {
    const waitsMs = (this.#waitsUntilMs.get(visitor) ?? 0) - nowMs
    if (waitsMs > 0) return Math.ceil(waitsMs / 1_000)
    const ownWait = this.#own.take(visitor, cost, nowMs)
    if (ownWait > 0) return ownWait
    // Without a database nothing is found either: that is told by the search itself.
    const wait = await this.#takeShared(visitor, cost).catch(() => 0)
    if (wait > 0) this.#waitsUntilMs.set(visitor, nowMs + wait * 1_000)
    return wait
  }
}
