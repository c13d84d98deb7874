import { LRUCache } from 'lru-cache'
import { EVERYTHING, UNHEARD } from '@/newsroom/cache-tags'
import type { Page } from './page'

/** How long a page that was dropped may still stand in when its address cannot be rendered. */
const LAST_GOOD_MS = 3_600_000
/** More tags than this during one render, and it is simply done again. */
const MOST_WATCHED = 20_000

/** What changed while a render was under way. */
export interface Watch {
  touched(tags: readonly string[]): boolean
  end(): void
}

/**
 * The kept pages: found by address, dropped by tag, bounded in bytes. What visitors can make up (missing addresses, cursors) and
 * what only machines walk through (drawn images) has small shares of its own, so that neither can push the paper out.
 */
export class PageStore {
  readonly #main: LRUCache<string, Page>
  readonly #deep: LRUCache<string, Page>
  readonly #odd: LRUCache<string, Page>
  readonly #pagesByTag = new Map<string, Set<Page>>()
  /** pages of articles that may have changed unheard */
  readonly #unheard = new WeakSet<Page>()
  readonly #watches = new Set<{ everything: boolean; tags: Set<string> }>()
  invalidations = 0

  constructor(maxBytes: number) {
    const share = (part: number) =>
      new LRUCache<string, Page>({
        // Its least: nothing is that small, so nothing is kept.
        maxSize: Math.max(1, Math.floor(maxBytes * part)),
        sizeCalculation: (page) => page.sizeBytes,
        dispose: (page) => this.#forget(page),
      })
    this.#main = share(0.85)
    this.#deep = share(0.1)
    this.#odd = share(0.05)
  }

  get size(): number {
    return this.#main.size + this.#deep.size + this.#odd.size
  }

  get sizeBytes(): number {
    return this.#main.calculatedSize + this.#deep.calculatedSize + this.#odd.calculatedSize
  }

  get tagCount(): number {
    return this.#pagesByTag.size
  }

  /** The page of an address, if it is true now. */
  get(key: string, nowMs = Date.now()): Page | undefined {
    const page = this.#find(key)
    return page && page.droppedMs === null && page.untilMs > nowMs ? page : undefined
  }

  /**
   * The page that last stood at an address, for when it cannot be rendered. `away`: since there is no database to ask, so that nobody
   * can say whether an article has changed unheard.
   */
  lastGood(key: string, away: boolean, nowMs = Date.now()): Page | undefined {
    const page = this.#find(key)
    if (page && this.#unheard.has(page) && !away) return undefined
    const ended = page && Math.min(page.droppedMs ?? Number.POSITIVE_INFINITY, page.untilMs)
    return ended !== undefined && nowMs - ended < LAST_GOOD_MS ? page : undefined
  }

  keep(page: Page): void {
    const share = this.#shareOf(page)
    for (const other of [this.#main, this.#deep, this.#odd]) if (other !== share) other.delete(page.key)
    share.set(page.key, page)
    if (share.peek(page.key) !== page) return
    for (const tag of page.tags) {
      const pages = this.#pagesByTag.get(tag)
      if (pages) pages.add(page)
      else this.#pagesByTag.set(tag, new Set([page]))
    }
  }

  forget(key: string): void {
    for (const share of [this.#main, this.#deep, this.#odd]) share.delete(key)
  }

  /** Ends every page that read one of the tags; answers how many. */
  invalidate(tags: Iterable<string>, nowMs = Date.now()): number {
    this.invalidations++
    const names = new Set(tags)
    for (const watch of this.#watches) note(watch, names)
    const ended = new Set<Page>()
    for (const tag of names) {
      const pages = tag === EVERYTHING || tag === UNHEARD ? this.#all() : (this.#pagesByTag.get(tag) ?? [])
      for (const page of [...pages]) {
        if (page.droppedMs === null) ended.add(page)
        page.droppedMs ??= nowMs
        if (tag === UNHEARD && isOfArticle(page)) this.#unheard.add(page)
        if (!mayStandIn(page, tag)) this.forget(page.key)
      }
    }
    return ended.size
  }

  watch(): Watch {
    const watch = { everything: false, tags: new Set<string>() }
    this.#watches.add(watch)
    return {
      touched: (tags) => watch.everything || tags.some((tag) => watch.tags.has(tag)),
      end: () => void this.#watches.delete(watch),
    }
  }

  #find(key: string): Page | undefined {
    return this.#main.get(key) ?? this.#deep.get(key) ?? this.#odd.get(key)
  }

  #shareOf(page: Page): LRUCache<string, Page> {
    if (page.status !== 200) return this.#odd
    return page.deep || page.section === 'picture' ? this.#deep : this.#main
  }

  #all(): Page[] {
    return [this.#main, this.#deep, this.#odd].flatMap((share) => [...share.values()])
  }

  #forget(page: Page): void {
    for (const tag of page.tags) {
      const pages = this.#pagesByTag.get(tag)
      pages?.delete(page)
      if (pages?.size === 0) this.#pagesByTag.delete(tag)
    }
  }
}

/** A list may be some seconds old when it cannot be rendered; the text of an article that was corrected or withdrawn never. */
function mayStandIn(page: Page, tag: string): boolean {
  if (page.status !== 200) return false
  if (tag === EVERYTHING) return !page.tags.some(isTruth)
  return !isTruth(tag)
}

const isTruth = (tag: string) => tag.startsWith('article:')
/** Whether it shows what somebody may correct or withdraw. */
export const isOfArticle = (page: Page) => page.tags.some(isTruth)

function note(watch: { everything: boolean; tags: Set<string> }, tags: Set<string>): void {
  if (tags.has(EVERYTHING) || tags.has(UNHEARD) || watch.tags.size + tags.size > MOST_WATCHED) watch.everything = true
  else for (const tag of tags) watch.tags.add(tag)
}
