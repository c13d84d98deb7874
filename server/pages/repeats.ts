import { createHash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'

const DAY_MS = 24 * 3600_000
/** Behind one address there may be a family or a school; a script that asks again and again is neither. */
const MOST_A_DAY = 5
const MOST_REMEMBERED = 100_000

/**
 * Whether somebody did the same thing too often today. Who it was is not kept: only a hash with a salt that lives in this
 * process's memory and changes every day, so that nobody can find out afterwards, us included.
 */
export class Repeats {
  readonly #seen = new LRUCache<string, number>({ max: MOST_REMEMBERED })
  #salt = randomBytes(32)
  #saltedMs = 0

  /** Counts one more; false when it is one too many. */
  allow(who: string, what: string, nowMs = Date.now()): boolean {
    if (nowMs - this.#saltedMs >= DAY_MS) this.#forget(nowMs)
    const hash = createHash('sha256').update(this.#salt).update(`${who}\0${what}`).digest('base64url').slice(0, 16)
    const count = (this.#seen.get(hash) ?? 0) + 1
    this.#seen.set(hash, count)
    return count <= MOST_A_DAY
  }

  #forget(nowMs: number): void {
    this.#salt = randomBytes(32)
    this.#saltedMs = nowMs
    this.#seen.clear()
  }
}
