import { BULK, EVERYTHING } from '@/newsroom/cache-tags'

const EVERY_MS = 2_000

/**
 * What server/pages/bulk-pace.ts is to a process's own pages, for one edge: an import makes everything old with each of its batches.
 * The first empties the edge at once, the following together every two seconds, the last of them too. Texts that a batch names
 * never wait. Of a server that ends meanwhile another tells the same changes once more (newsroom/edge/purge-times.ts).
 */
export class EdgePace {
  #restsUntilMs = 0
  #more = false

  /** What the edge is told now of these changes, and of those before that waited. */
  tagsOf(changes: readonly (readonly string[])[], nowMs = performance.now()): string[][] {
    const rests = nowMs < this.#restsUntilMs
    const told = changes.map((tags) => {
      if (!tags.includes(BULK)) return [...tags]
      this.#more = true
      return tags.filter((tag) => tag !== BULK && tag !== EVERYTHING)
    })
    if (this.#more && !rests) told.push([EVERYTHING])
    return told.filter((tags) => tags.length > 0)
  }

  /** The edge has dropped what it was told. */
  settle(tags: readonly string[], nowMs = performance.now()): void {
    if (!this.#more || !tags.includes(EVERYTHING) || nowMs < this.#restsUntilMs) return
    this.#more = false
    this.#restsUntilMs = nowMs + EVERY_MS
  }
}
