import { BULK, EVERYTHING } from '@/newsroom/cache-tags'

const EVERY_MS = 2_000

/**
 * Between the bus and the kept pages. An import of a hundred thousand makes everything old with each of its batches: the first drops
 * it at once, the following together every two seconds, the last of them too. What a batch names, texts that changed, never waits.
 */
export class BulkPace {
  readonly #drop: (tags: Iterable<string>) => void
  readonly #everyMs: number
  #rest: NodeJS.Timeout | undefined
  #more = false

  constructor(drop: (tags: Iterable<string>) => void, everyMs = EVERY_MS) {
    this.#drop = drop
    this.#everyMs = everyMs
  }

  tell(tags: ReadonlySet<string>): void {
    const bulk = tags.has(BULK)
    if (bulk && this.#rest === undefined) {
      this.#drop([...tags, EVERYTHING])
      this.#takeRest()
    } else {
      this.#more ||= bulk
      const named = [...tags].filter((tag) => tag !== BULK)
      if (named.length > 0) this.#drop(named)
    }
  }

  stop(): void {
    clearTimeout(this.#rest)
  }

  #takeRest(): void {
    this.#rest = setTimeout(() => {
      this.#rest = undefined
      if (!this.#more) return
      this.#more = false
      this.#drop([EVERYTHING])
      this.#takeRest()
    }, this.#everyMs)
    this.#rest.unref()
  }
}
