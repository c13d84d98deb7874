import type { PrimaryPosition } from './bus'
import { Replica, type Wanted } from './replica'

/**
 * The standbys that readers' pages may be read from. One is read only if it has replayed all that the primary had written when the
 * last change was heard of, and at the ping before the last: so no page is older than what dropped the one before it, and what no
 * change announces is seconds old at most.
 */
export class Replicas {
  readonly #replicas: Replica[]
  /** as it was last known */
  #wanted: Wanted | null = null
  #isKnown = false
  #floor = 0n
  #turn = 0

  constructor(urls: readonly string[]) {
    this.#replicas = urls.map((url) => new Replica(url, () => this.#wanted))
  }

  /** How far the primary was when a change arrived, or a ping; null: nobody knows any more. */
  note(primary: PrimaryPosition | null, of: 'change' | 'ping'): void {
    this.#isKnown = primary !== null
    if (!primary) return
    const { system, position, clockMs } = primary
    this.#wanted = { system, position: of === 'change' ? position : this.#floor, clockAheadMs: clockMs - Date.now() }
    this.#floor = position
    for (const replica of this.#replicas) replica.look()
  }

  /** One that has all a reader must see; null: the primary is to be read. */
  choose(): Replica | null {
    return this.#isKnown ? this.standIn() : null
  }

  /** For when the primary cannot be read: one that has all that was heard of. */
  standIn(): Replica | null {
    const wanted = this.#wanted
    const ready = wanted ? this.#replicas.filter((replica) => replica.has(wanted)) : []
    return ready[this.#turn++ % ready.length] ?? null
  }

  get count(): number {
    return this.#replicas.length
  }

  /** how many are read */
  get ready(): number {
    const wanted = this.#wanted
    return wanted && this.#isKnown ? this.#replicas.filter((replica) => replica.has(wanted)).length : 0
  }

  /** pages read there since the start */
  get reads(): number {
    return this.#replicas.reduce((sum, { reads }) => sum + reads, 0)
  }

  async stop(): Promise<void> {
    await Promise.all(this.#replicas.map((replica) => replica.stop()))
  }
}
