import { LRUCache } from 'lru-cache'

interface Bucket {
  left: number
  at: number
}

/** So many visitors are remembered; whoever is forgotten starts afresh. */
const MOST_VISITORS = 20_000

/**
 * A bucket of searches for each visitor, filled again by and by: a minute's worth may be made at once, then no faster than it
 * fills. In memory, a process (all of them together: shared-search-limits.ts).
 */
export class SearchLimits {
  readonly #perMinute: number
  readonly #buckets: LRUCache<string, Bucket>

  constructor(perMinute: number, mostVisitors = MOST_VISITORS) {
    this.#perMinute = perMinute
    this.#buckets = new LRUCache({ max: mostVisitors })
  }

  /** Takes `cost` from a visitor's bucket; answers after how many seconds there will be so much in it, 0: it was taken. */
  take(visitor: string, cost: number, nowMs = Date.now()): number {
    const perMs = this.#perMinute / 60_000
    const bucket = this.#buckets.get(visitor)
    const left = bucket ? Math.min(this.#perMinute, bucket.left + Math.max(0, nowMs - bucket.at) * perMs) : this.#perMinute
    const taken = left >= cost
    this.#buckets.set(visitor, { left: taken ? left - cost : left, at: nowMs })
    return taken ? 0 : Math.ceil((cost - left) / perMs / 1000)
  }

  get size(): number {
    return this.#buckets.size
  }
}
