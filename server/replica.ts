import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connect } from './db'
import { log } from './log'
import type { ReadSource } from './render-scope'
import { connectSearches } from './search-pool'

const LOOK_EVERY_MS = 5_000
/** While it is behind it is asked again, ever more slowly. */
const BEHIND_MS = [5, 10, 25, 50, 100, 250]
/** While it is away, or was no help, it is left alone, ever longer. */
const AWAY_MS = [250, 500, 1_000, 2_000, 5_000, 10_000]
/** Behind for so long: the log says so. */
const LAGS_MS = 30_000
/** Nobody waits so long for a replica: the primary is read. */
const PATIENCE_MS = 3_000
/** Whose clock is further off shows what is embargoed too early, or hides what is out. */
const CLOCKS_APART_MS = 1_000

const LOOK = `
  SELECT pg_is_in_recovery() AS "standby", (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::bigint::text AS "replayed",
         (SELECT system_identifier::text FROM pg_control_system()) AS "system",
         (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "clockMs"`

interface Look {
  standby: boolean
  replayed: string | null
  system: string
  clockMs: number
}

/** What readers must see: whose log, up to where, by whose clock. */
export interface Wanted {
  system: string
  position: bigint
  /** of the primary's clock to this machine's */
  clockAheadMs: number
}

/**
 * One standby: looked at over a connection of its own, all the time. How far it has replayed is known until that connection ends:
 * a server that starts again may be further back than it was.
 */
export class Replica implements ReadSource {
  readonly client: ReadSource['client']
  readonly searches: ReadSource['searches']
  reads = 0
  readonly #url: string
  readonly #name: string
  readonly #wanted: () => Wanted | null
  readonly #ending = new AbortController()
  #watch: pg.Client | null = null
  #seen: { system: string; replayed: bigint } | null = null
  #wake = () => {}
  #failures = 0
  #restUntilMs = 0
  #saidFault: string | null = null

  constructor(url: string, wanted: () => Wanted | null) {
    const { host, pathname } = new URL(url)
    const options = { query_timeout: PATIENCE_MS, connectionTimeoutMillis: PATIENCE_MS }
    this.client = connect(`replica ${host}`, () => url, { ...options, application_name: 'broadsheet replica' })
    this.searches = connectSearches(`search ${host}`, () => url, options)
    this.#url = url
    this.#name = host + pathname
    this.#wanted = wanted
    void this.#live()
  }

  /** Whether it is known to have replayed all that. */
  has({ system, position }: Wanted): boolean {
    return this.#seen?.system === system && this.#seen.replayed >= position && performance.now() >= this.#restUntilMs
  }

  /** There is something new to be waited for. */
  look(): void {
    this.#wake()
  }

  /** A page could not be read here that could be read from the primary. */
  failed(): void {
    this.#seen = null
    this.#restUntilMs = performance.now() + delay(AWAY_MS, this.#failures++)
    this.#wake()
  }

  /** A page was read here. */
  served(): void {
    this.reads++
    this.#failures = 0
  }

  async stop(): Promise<void> {
    this.#ending.abort()
    this.#wake()
    await Promise.allSettled([this.#watch?.end(), this.client.$disconnect(), this.searches.end()])
  }

  async #live(): Promise<void> {
    const { signal } = this.#ending
    for (let attempts = 0; !signal.aborted; attempts++) {
      try {
        await this.#follow(() => {
          attempts = 0
        })
      } catch (error) {
        this.#say(error instanceof Error ? error.message : String(error))
      }
      this.#seen = null
      void this.#watch?.end().catch(() => {})
      await sleep(delay(AWAY_MS, attempts), undefined, { signal, ref: false }).catch(() => {})
    }
  }

  /** Looks, again and again, until it must not be read or cannot be reached. */
  async #follow(isWell: () => void): Promise<void> {
    const watch = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
      application_name: 'broadsheet replica watch',
    })
    this.#watch = watch
    watch.on('error', () => this.#lose())
    watch.on('end', () => this.#lose())
    await watch.connect()
    for (let behind = 0, untilMs = 0; !this.#ending.signal.aborted; ) {
      const { rows } = await watch.query<Look>(LOOK)
      const [look] = rows
      const wanted = this.#wanted()
      const fault = faultOf(look, wanted)
      if (fault || !look?.replayed) throw new Error(fault ?? 'it does not say how far it is')
      isWell()
      this.#seen = { system: look.system, replayed: BigInt(look.replayed) }
      const isBehind = wanted !== null && this.#seen.replayed < wanted.position
      if (!isBehind) untilMs = performance.now() + LAGS_MS
      if (!isBehind) this.#say(null)
      else if (performance.now() > untilMs) this.#say('it lags behind')
      const woken = await this.#rest(isBehind ? delay(BEHIND_MS, behind) : LOOK_EVERY_MS)
      behind = woken || !isBehind ? 0 : behind + 1
    }
  }

  #lose(): void {
    this.#seen = null
    this.#wake()
  }

  /** Answers whether it was woken before its time. */
  #rest(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms, false)
      timer.unref()
      this.#wake = () => {
        clearTimeout(timer)
        resolve(true)
      }
    })
  }

  /** Each fault once, and its end. */
  #say(fault: string | null): void {
    if (fault === this.#saidFault || this.#ending.signal.aborted) return
    if (fault) log().warn({ replica: this.#name, fault }, 'a replica is left out')
    else log().info({ replica: this.#name }, 'a replica is read')
    this.#saidFault = fault
  }
}

function faultOf(look: Look | undefined, wanted: Wanted | null): string | null {
  if (!look?.standby) return 'it is no standby'
  if (!wanted) return null
  if (look.system !== wanted.system) return 'it follows another primary'
  const apartMs = Math.abs(look.clockMs - Date.now() - wanted.clockAheadMs)
  return apartMs > CLOCKS_APART_MS ? `its clock is ${Math.round(apartMs)} ms off that of the primary` : null
}

const delay = (steps: readonly number[], attempt: number) => steps[Math.min(attempt, steps.length - 1)] ?? 0
