import pg from 'pg'
import { EVERYTHING } from '@/newsroom/cache-tags'
import { BUS_CHANNEL, PRIMARY_POSITION, type PrimaryPosition, readPosition } from '@/server/bus'
import { log } from '@/server/log'

export interface BusListenerOptions {
  /** asked anew for each connection: an embedded server may come back on another port */
  url: () => string
  /** tags of what was changed, in bursts as one call */
  onTags: (tags: Set<string>) => void
  /** how far the primary was with the changes that `onTags` is about to name, and at every ping; null: nothing is known any more */
  onPosition?: ((primary: PrimaryPosition | null, of: 'change' | 'ping') => void) | undefined
}

const PING_EVERY_MS = 5_000
const PING_LIMIT_MS = 3_000
const RETRY_MS = [50, 100, 250, 500, 1_000, 2_000]
/** Rows read by one statement. */
const BATCH = 500

/**
 * Hears of every change any process makes. The sequence's order is not the order of commits, so nothing is "caught up": after a
 * lost connection everything counts as changed. While there is none, `listening` is false and kept pages go out marked.
 */
export class BusListener {
  readonly #options: BusListenerOptions
  #client: pg.Client | null = null
  #ping: NodeJS.Timeout | undefined
  #retry: NodeJS.Timeout | undefined
  #pending: string[] = []
  #reading = false
  #attempts = 0
  #stopped = false
  /** the highest event seen, for the metrics only */
  position = 0n

  constructor(options: BusListenerOptions) {
    this.#options = options
  }

  get listening(): boolean {
    return this.#client !== null
  }

  /** Resolves after the first attempt, whether it listens or goes on trying. */
  async start(): Promise<void> {
    await this.#connect()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#ping)
    clearTimeout(this.#retry)
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }

  async #connect(): Promise<void> {
    let client: pg.Client | null = null
    try {
      client = new pg.Client({
        connectionString: this.#options.url(),
        keepAlive: true,
        keepAliveInitialDelayMillis: 10_000,
        connectionTimeoutMillis: 5_000,
        query_timeout: PING_LIMIT_MS,
        application_name: 'broadsheet bus',
      })
      const connection = client
      connection.on('error', () => this.#lose(connection))
      connection.on('end', () => this.#lose(connection))
      connection.on('notification', ({ payload }) => this.#hear(connection, payload))
      await connection.connect()
      await connection.query(`LISTEN ${BUS_CHANNEL}`)
      await this.#notePosition(connection, 'change')
      if (this.#stopped) return void (await connection.end())
      this.#listen(connection)
    } catch (error) {
      void client?.end().catch(() => {})
      if (this.#attempts === 0) log().warn({ error: String(error) }, 'the bus cannot listen to the database, trying again')
      this.#again()
    }
  }

  #listen(client: pg.Client): void {
    this.#client = client
    // What was changed before this connection was not heard.
    this.#options.onTags(new Set([EVERYTHING]))
    if (this.#attempts > 0) log().info('the bus listens again; every kept page is dropped')
    this.#attempts = 0
    this.#ping = setInterval(() => void this.#pingOver(client).catch(() => this.#lose(client)), PING_EVERY_MS)
    this.#ping.unref()
    void this.#read(client)
  }

  #lose(client: pg.Client): void {
    if (client !== this.#client) return
    this.#client = null
    this.#pending = []
    this.#options.onPosition?.(null, 'change')
    clearInterval(this.#ping)
    void client.end().catch(() => {})
    if (this.#stopped) return
    log().warn('the bus lost its connection')
    this.#again()
  }

  async #pingOver(client: pg.Client): Promise<void> {
    await client.query('SELECT 1')
    await this.#notePosition(client, 'ping')
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
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => void this.#connect(), wait)
  }

  #hear(client: pg.Client, payload: string | undefined): void {
    if (payload && /^\d+$/.test(payload)) this.#pending.push(payload)
    void this.#read(client)
  }

  /** Reads what was announced; what arrives meanwhile is read together afterwards. */
  async #read(client: pg.Client): Promise<void> {
    if (this.#reading || client !== this.#client) return
    this.#reading = true
    try {
      while (this.#pending.length > 0 && client === this.#client) {
        const ids = this.#pending.splice(0, BATCH)
        const { rows } = await client.query<{ id: string; tags: string[] }>(
          'SELECT "id", "tags" FROM "BusEvent" WHERE "id" = ANY($1::bigint[])',
          [ids],
        )
        await this.#notePosition(client, 'change')
        if (client !== this.#client) return
        const tags = new Set(rows.flatMap((row) => row.tags))
        // An event whose row is gone may have meant anything.
        if (rows.length < new Set(ids).size) tags.add(EVERYTHING)
        for (const id of ids) if (BigInt(id) > this.position) this.position = BigInt(id)
        this.#options.onTags(tags)
      }
    } catch (error) {
      log().warn({ error: String(error) }, 'the bus could not read an event')
      this.#lose(client)
    } finally {
      this.#reading = false
      const current = this.#client
      if (current && this.#pending.length > 0) void this.#read(current)
    }
  }
}
