import { log } from '@/server/log'
import { isFresh, isSearch } from './headers'
import { makePage, type PageAddress } from './make-page'
import type { Page } from './page'
import type { PageStore, Watch } from './page-store'
import type { Rendered } from './render'
import { RENDER_LIMITS, RenderQueue, SEARCH_LIMITS, type StaffFirst, withPatience } from './render-queue'

/** A change during a render makes it start again, so often at most. */
const MOST_REPEATS = 2

/** Next answered with an error of its own. */
class RenderFailed extends Error {
  override name = 'RenderFailed'
}

/** Makes pages: one render per address at a time, a few at once, and no page is kept that was already untrue when it was done. */
export class PageMaker {
  readonly #store: PageStore
  readonly #render: (key: string) => Promise<Rendered>
  readonly #siteUrl: string
  readonly #queue: RenderQueue
  /** A search may wait for the database: it never takes a page's place. */
  readonly #searches: RenderQueue
  readonly #underWay = new Map<string, Promise<Page>>()
  renders = 0
  failures = 0

  constructor(store: PageStore, render: (key: string) => Promise<Rendered>, siteUrl: string, staff?: StaffFirst) {
    this.#store = store
    this.#render = render
    this.#siteUrl = siteUrl
    this.#queue = new RenderQueue(RENDER_LIMITS, staff)
    this.#searches = new RenderQueue(SEARCH_LIMITS, staff)
  }

  get waiting(): number {
    return this.#queue.waiting + this.#searches.waiting
  }

  /** The page of an address. Throws Busy when there is no place or no answer in time, RenderFailed or what the render threw otherwise. */
  async make(address: PageAddress): Promise<Page> {
    let work = this.#underWay.get(address.key)
    if (!work) {
      work = this.#makeTrue(address).finally(() => this.#underWay.delete(address.key))
      // Everyone may have lost patience by the time it fails.
      work.catch(() => {})
      this.#underWay.set(address.key, work)
    }
    return await withPatience(work, RENDER_LIMITS.patienceMs)
  }

  async #makeTrue(address: PageAddress): Promise<Page> {
    for (let repeats = 0; ; repeats++) {
      let watch: Watch | null = null
      try {
        const queue = isSearch(address.section) ? this.#searches : this.#queue
        const done = await queue.run(() => this.#renderWatched(address.key))
        const { rendered } = done
        watch = done.watch
        this.renders++
        const saysBusy = rendered.status === 503 && isFresh(address.section)
        if (rendered.status >= 500 && !saysBusy) throw new RenderFailed(`${address.key} answered ${rendered.status}`)
        const last = repeats === MOST_REPEATS
        const keepable = this.#isKeepable(address, rendered)
        const page = await makePage(address, rendered, this.#siteUrl, keepable)
        if (!watch.touched(page.tags)) {
          if (keepable) this.#store.keep(page)
          return page
        }
        if (last) return await makePage(address, rendered, this.#siteUrl, false)
      } catch (error) {
        this.failures++
        throw error
      } finally {
        watch?.end()
      }
    }
  }

  /** Only what runs is watched over: who waits for a place has read nothing yet. */
  async #renderWatched(key: string): Promise<{ rendered: Rendered; watch: Watch }> {
    const watch = this.#store.watch()
    try {
      return { rendered: await this.#render(key), watch }
    } catch (error) {
      watch.end()
      throw error
    }
  }

  #isKeepable(address: PageAddress, rendered: Rendered): boolean {
    if (rendered.fromNextCache)
      log().error({ address: address.key }, 'answered from a cache of Next: no change would reach it, so it is not kept')
    return !rendered.fromNextCache && !isFresh(address.section) && rendered.untilMs > Date.now()
  }
}
