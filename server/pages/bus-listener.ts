import type { Duplex } from 'node:stream'
import pg from 'pg'
import { BULK, EVERYTHING, UNHEARD } from '@/newsroom/cache-tags'
import { BUS_CHANNEL, PRIMARY_POSITION, type PrimaryPosition, readPosition } from '@/server/bus'
import { measureClock } from '@/server/clock'
import { log } from '@/server/log'
import { CHANGES, tell } from '@/server/told'
import { KnownEvents } from './known-events'
import { withinOwnTime } from './own-time'

export interface BusListenerOptions {
  /** asked anew for each connection: an embedded server may come back on another port */
  url: () => string
  /** tags of what was changed, in bursts as one call */
  onTags: (tags: Set<string>) => void
  /** how far the primary was with the changes that `onTags` is about to name, and at every ping; null: nothing is known any more */
  onPosition?: ((primary: PrimaryPosition | null, of: 'change' | 'ping') => void) | undefined
  /** the database has not answered for seconds, on a new connection either */
  onSilence?: () => void
}

/**
 * What this process can know of changes: `sure` that it heard of all that was done `DOUBT_MS` ago; `unsure`, and about to know;
 * `late`, with a database that answers, too slowly for anybody to be sure; `deaf`, with one that is there and takes no listener; `away`,
 * without one.
 */
export type Hearing = 'sure' | 'unsure' | 'late' | 'deaf' | 'away'

const BEAT_EVERY_MS = 200
/** The primary's position is asked for every few seconds. */
const BEATS_A_PING = 25
/** Together with what a request takes, below the second in which a correction is to be everywhere. */
const DOUBT_MS = 700
/** So many beats in a row that were answered after more than `DOUBT_MS`: so will the next be, and nobody waits for it. */
const LATE_BEATS = 2
/** A connection that is silent for so long is taken for dead. */
const SILENCE_MS = 2_000
const RETRY_MS = [20, 100, 250, 500, 1_000, 2_000]
/** So many connections in a row that never came about: nobody waits for the others any longer. */
const SILENT_ATTEMPTS = 3
/** Rows read by one statement. */
const BATCH = 500
/** More announcements than this at once are not read one by one: everything may have changed. */
const MOST_PENDING = 5_000

/**
 * Hears of every change any process makes. The sequence's order is not the order of commits, so nothing is "caught up": after a
 * lost connection everything counts as unheard, and what was said meanwhile as changed. A beat over the same connection says that it
 * still hears: an answer comes after all that was announced before it was asked for. No clock of another machine takes part.
 */
export class BusListener {
  readonly #options: BusListenerOptions
  #client: pg.Client | null = null
  #timer: NodeJS.Timeout | undefined
  #pending: string[] = []
  #reading = false
  #attempts = 0
  #stopped = false
  /** of announcements: heard of, and read */
  #heard = 0
  #read = 0
  /** an answered beat: when it was sent, and how many announcements had to be read by then */
  #beat = { sentMs: Number.NEGATIVE_INFINITY, heard: 0 }
  #beats = 0
  #lateBeats = 0
  #sureMs = Number.NEGATIVE_INFINITY
  readonly #known = new KnownEvents()
  /** the last moment before which everything was heard */
  #heardMs = performance.now()
  #without: Hearing = 'unsure'
  #waiting: (() => void)[] = []
  /** A connection is asked one thing at a time. */
  #asked: Promise<unknown> = Promise.resolve()
  /** the highest event seen, for the metrics only */
  position = 0n

  constructor(options: BusListenerOptions) {
    this.#options = options
  }

  get listening(): boolean {
    return this.#client !== null
  }

  get hearing(): Hearing {
    if (this.#client === null) return this.#without
    if (performance.now() - this.#sureMs < DOUBT_MS) return 'sure'
    return this.#lateBeats < LATE_BEATS ? 'unsure' : 'late'
  }

  /** Without a database for so long, or refused so often, that this is no hiccup: nobody should wait for it. */
  get silent(): boolean {
    return this.hearing === 'away' && this.#attempts >= SILENT_ATTEMPTS
  }

  /** Resolves when it is no longer unsure, within seconds. */
  async settled(): Promise<void> {
    if (this.hearing === 'unsure' && !this.#stopped) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** Resolves after the first attempt, whether it listens or goes on trying. */
  async start(): Promise<void> {
    await this.#connect()
    await this.settled()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    const client = this.#client
    this.#client = null
    this.#without = 'away'
    this.#settle()
    await client?.end().catch(() => {})
  }

  #settle(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  async #connect(): Promise<void> {
    let client: pg.Client | null = null
    try {
      client = new pg.Client({
        connectionString: this.#options.url(),
        keepAlive: true,
        application_name: 'broadsheet bus',
      })
      const connection = client
      connection.on('error', () => this.#lose(connection))
      connection.on('end', () => this.#lose(connection))
      connection.on('notification', ({ payload }) => this.#hear(connection, payload))
      await withinOwnTime(connection.connect(), SILENCE_MS)
      await withinOwnTime(connection.query(`LISTEN ${BUS_CHANNEL}`), SILENCE_MS)
      await withinOwnTime(this.#notePosition(connection, 'change'), SILENCE_MS)
      const deafMs = performance.now() - this.#heardMs
      const missed = await withinOwnTime(this.#known.readMissed(connection, deafMs), SILENCE_MS)
      if (this.#stopped) return void (await connection.end())
      this.#listen(connection, missed)
    } catch (error) {
      if (client) cut(client)
      if (this.#attempts === 0) log().warn({ error: String(error) }, 'the bus cannot listen to the database, trying again')
      this.#without = isRefusal(error) ? 'deaf' : 'away'
      if (this.#attempts + 1 === SILENT_ATTEMPTS && this.#without === 'away') this.#options.onSilence?.()
      this.#settle()
      this.#again()
    }
  }

  #listen(client: pg.Client, missed: ReadonlySet<string>): void {
    this.#client = client
    this.#sureMs = Number.NEGATIVE_INFINITY
    this.#lateBeats = 0
    this.#options.onTags(new Set([UNHEARD, ...missed]))
    if (this.#attempts > 0) log().info('the bus listens again; every kept page is made anew when it is asked for')
    this.#attempts = 0
    this.#asked = Promise.resolve()
    void this.#beatOn(client)
    void this.#readOn(client)
  }

  #lose(client: pg.Client): void {
    if (client !== this.#client) return
    this.#client = null
    this.#without = 'unsure'
    this.#options.onPosition?.(null, 'change')
    this.#read += this.#pending.splice(0).length
    cut(client)
    if (this.#stopped) return
    log().warn('the bus lost its connection')
    this.#again()
  }

  /** Only where somebody wants to know: a server that cannot tell is as good a bus. */
  async #notePosition(client: pg.Client, of: 'change' | 'ping'): Promise<void> {
    const { onPosition } = this.#options
    if (!onPosition) return
    onPosition(await client.query(PRIMARY_POSITION).then(readPosition, () => null), of)
  }

  #again(): void {
    if (this.#stopped) return
    const wait = RETRY_MS[Math.min(this.#attempts++, RETRY_MS.length - 1)] ?? 0
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#connect(), wait)
  }

  async #beatOn(client: pg.Client): Promise<void> {
    const [sentMs, beforeMs] = [performance.now(), Date.now()]
    try {
      const answer = this.#ask(() => readClock(client))
      void this.#time(answer)
      const databaseMs = await answer
      const afterMs = Date.now()
      if (++this.#beats % BEATS_A_PING === 0) await this.#ask(() => this.#notePosition(client, 'ping'))
      if (client !== this.#client) return
      // What was reckoned by a clock that has been set since may end at any time.
      if (measureClock(databaseMs, beforeMs, afterMs)) this.#options.onTags(new Set([EVERYTHING]))
    } catch {
      return this.#lose(client)
    }
    this.#beat = { sentMs, heard: this.#heard }
    this.#confirm()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#beatOn(client), BEAT_EVERY_MS)
    this.#timer.unref()
  }

  /** By this process's own time: one that was not let run is not kept waiting. */
  async #time(answer: Promise<unknown>): Promise<void> {
    try {
      await withinOwnTime(answer, DOUBT_MS)
      this.#lateBeats = 0
    } catch {
      if (++this.#lateBeats >= LATE_BEATS) this.#settle()
    }
  }

  async #ask<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const asking = this.#asked.then(() => withinOwnTime(ask(), SILENCE_MS))
    this.#asked = asking.catch(() => {})
    return await asking
  }

  #confirm(): void {
    if (this.#read < this.#beat.heard) return
    this.#sureMs = this.#beat.sentMs
    this.#heardMs = this.#sureMs
    if (this.hearing !== 'unsure') this.#settle()
  }

  #hear(client: pg.Client, payload: string | undefined): void {
    if (payload && /^\d+$/.test(payload)) {
      this.#heard++
      this.#pending.push(payload)
    }
    void this.#readOn(client)
  }

  /** Reads what was announced; what arrives meanwhile is read together afterwards. */
  async #readOn(client: pg.Client): Promise<void> {
    if (this.#reading || client !== this.#client) return
    this.#reading = true
    try {
      while (this.#pending.length > 0 && client === this.#client) {
        const ids = this.#pending.splice(0, this.#pending.length > MOST_PENDING ? this.#pending.length : BATCH)
        const tags = ids.length > BATCH ? new Set([EVERYTHING]) : await this.#ask(() => readTags(client, ids))
        await this.#ask(() => this.#notePosition(client, 'change'))
        if (client !== this.#client) return
        for (const id of ids) {
          if (BigInt(id) > this.position) this.position = BigInt(id)
          this.#known.add(id)
        }
        this.#options.onTags(tags)
        this.#read += ids.length
        this.#confirm()
      }
    } catch (error) {
      log().warn({ error: String(error) }, 'the bus could not read an event')
      this.#lose(client)
    } finally {
      this.#reading = false
      const current = this.#client
      if (current && this.#pending.length > 0) void this.#readOn(current)
    }
  }
}

/** Who does not answer is not asked to let go either. */
function cut(client: pg.Client): void {
  const { connection } = client as unknown as { connection: { stream: Duplex } }
  connection.stream.destroy()
}

async function readClock(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ ms: string }>('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS "ms"')
  return Number(rows[0]?.ms)
}

async function readTags(client: pg.Client, ids: string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ tags: string[]; age: number }>(
    'SELECT "tags", extract(epoch FROM clock_timestamp() - "createdAt")::float8 AS "age" FROM "BusEvent" WHERE "id" = ANY($1::bigint[])',
    [ids],
  )
  tell(CHANGES, { delaysSeconds: rows.map(({ age }) => age) })
  // In a bulk change "everything" is in no hurry.
  const tags = new Set(rows.flatMap(({ tags }) => (tags.includes(BULK) ? tags.filter((tag) => tag !== EVERYTHING) : tags)))
  // An event whose row is gone may have meant anything.
  if (rows.length < new Set(ids).size) tags.add(EVERYTHING)
  return tags
}

/** PostgreSQL itself says no, and not because it is coming or going. */
function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !error.code?.startsWith('57P')
}
