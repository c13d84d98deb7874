import type pg from 'pg'
import { BULK, EVERYTHING } from '@/newsroom/cache-tags'

/** So long before all was heard for the last time may a change have begun that was not done by then. */
const UNDER_WAY_MS = 600_000
/** Events are kept for an hour (server/jobs/prune-bus.ts). */
const KEPT_MS = 3_000_000
const MOST_KNOWN = 5_000
const MOST_MISSED = 500

/** The events of the last minutes that were heard, by number, so that none counts as missed that was not. */
export class KnownEvents {
  readonly #ids = new Set<string>()

  add(id: string): void {
    this.#ids.add(id)
    if (this.#ids.size <= MOST_KNOWN) return
    for (const oldest of this.#ids) return void this.#ids.delete(oldest)
  }

  /**
   * The tags of what was changed and not heard, where all was heard until `deafMs` ago. It makes nothing true again, but what an
   * article is known to have become never has its old text stand in for it, however soon the database is away once more.
   */
  async readMissed(client: pg.Client, deafMs: number): Promise<Set<string>> {
    const sinceMs = deafMs + UNDER_WAY_MS
    if (sinceMs > KEPT_MS) return new Set([EVERYTHING])
    const { rows } = await client.query<{ id: string; tags: string[] }>(
      `SELECT "id"::text, "tags" FROM "BusEvent"
       WHERE "createdAt" > now() - make_interval(secs => $1) AND "id" <> ALL($2::bigint[]) LIMIT $3`,
      [sinceMs / 1_000, [...this.#ids], MOST_MISSED + 1],
    )
    if (rows.length > MOST_MISSED) return new Set([EVERYTHING])
    for (const { id } of rows) this.add(id)
    return new Set(
      rows.flatMap(({ tags }) => (tags.includes(BULK) ? tags.filter((tag) => tag !== EVERYTHING && tag !== BULK) : tags)),
    )
  }
}
