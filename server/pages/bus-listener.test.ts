import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { BULK, EVERYTHING, UNHEARD } from '@/newsroom/cache-tags'
import { BUS_CHANNEL } from '@/server/bus'
import { createTestDatabase } from '@/server/test-database'
import { BusListener } from './bus-listener'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let writer: pg.Client
let bus: BusListener
let heard: Set<string>[]

beforeAll(async () => {
  database = await createTestDatabase()
  writer = new pg.Client(database.url)
  await writer.connect()
})
afterAll(async () => {
  await writer.end()
  await database.drop()
})
beforeEach(async () => {
  heard = []
  bus = new BusListener({ url: () => database.url, onTags: (tags) => void heard.push(tags) })
  await bus.start()
  expect(heard).toHaveLength(1)
  expect(heard[0]).toContain(UNHEARD)
  heard = []
})
afterEach(async () => {
  await bus.stop()
})

/** As a command does it: the row and its announcement, in the transaction under way. */
const publish = (tags: string[], client = writer) =>
  client.query(
    'WITH event AS (INSERT INTO "BusEvent" ("tags") VALUES ($1) RETURNING "id") SELECT pg_notify($2, "id"::text) FROM event',
    [tags, BUS_CHANNEL],
  )
const everythingHeard = () => new Set(heard.flatMap((tags) => [...tags]))

describe('BusListener', () => {
  it('hears of a change, and only once it is committed', async () => {
    await writer.query('BEGIN')
    await publish(['article:a', 'list:site'])
    const other = new pg.Client(database.url)
    await other.connect()
    await publish(['article:b'], other)
    await other.end()
    await vi.waitFor(() => expect(heard).toEqual([new Set(['article:b'])]))
    await writer.query('COMMIT')
    await vi.waitFor(() => expect(heard.at(-1)).toEqual(new Set(['article:a', 'list:site'])))
  })

  it('hears nothing of what was rolled back', async () => {
    await writer.query('BEGIN')
    await publish(['article:never'])
    await writer.query('ROLLBACK')
    await publish(['article:b'])
    await vi.waitFor(() => expect(heard).toEqual([new Set(['article:b'])]))
  })

  it('takes a burst of 2,000 changes together, missing none', async () => {
    await writer.query(
      `WITH event AS (INSERT INTO "BusEvent" ("tags") SELECT ARRAY['article:' || n] FROM generate_series(1, 2000) n RETURNING "id")
       SELECT pg_notify($1, "id"::text) FROM event`,
      [BUS_CHANNEL],
    )
    await vi.waitFor(() => expect(everythingHeard().size).toBe(2_000), { timeout: 5_000 })
    expect(heard.length).toBeLessThan(100)
    expect(everythingHeard()).not.toContain(EVERYTHING)
  })

  it('takes a hundred thousand changes of single commands for one change of everything, in few calls', async () => {
    await writer.query(
      `WITH event AS (INSERT INTO "BusEvent" ("tags") SELECT ARRAY['article:' || n] FROM generate_series(1, 100000) n RETURNING "id")
       SELECT pg_notify($1, "id"::text) FROM event`,
      [BUS_CHANNEL],
    )
    await vi.waitFor(() => expect(everythingHeard()).toContain(EVERYTHING), { timeout: 20_000 })
    await publish(['article:last'])
    await vi.waitFor(() => expect(everythingHeard()).toContain('article:last'), { timeout: 20_000 })
    expect(heard.length).toBeLessThan(150)
    expect(bus.listening).toBe(true)
  })

  it('hears of a bulk change as one that is in no hurry, of what is named in it as ever', async () => {
    await publish([EVERYTHING, BULK, 'article:a'])
    await vi.waitFor(() => expect(heard).toEqual([new Set([BULK, 'article:a'])]))
  })

  it('reads events whose numbers and commits are in another order', async () => {
    const slow = new pg.Client(database.url)
    await slow.connect()
    await slow.query('BEGIN')
    const { rows } = await slow.query<{ id: string }>(
      `INSERT INTO "BusEvent" ("tags") VALUES (ARRAY['article:slow']) RETURNING "id"`,
    )
    await publish(['article:fast'])
    await vi.waitFor(() => expect(everythingHeard()).toContain('article:fast'))
    await slow.query('SELECT pg_notify($1, $2)', [BUS_CHANNEL, rows[0]?.id])
    await slow.query('COMMIT')
    await slow.end()
    await vi.waitFor(() => expect(everythingHeard()).toContain('article:slow'))
  })

  it('after a lost connection everything counts as unheard, and it hears again', async () => {
    await writer.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'broadsheet bus' AND datname = current_database()`,
    )
    await vi.waitFor(() => expect(bus.listening).toBe(false), { interval: 1 })
    await vi.waitFor(() => expect(everythingHeard()).toContain(UNHEARD))
    await publish(['article:c'])
    await vi.waitFor(() => expect(everythingHeard()).toContain('article:c'))
  })

  it('an event whose row is gone may have meant anything', async () => {
    await writer.query(`SELECT pg_notify($1, '999999999')`, [BUS_CHANNEL])
    await vi.waitFor(() => expect(heard).toEqual([new Set([EVERYTHING])]))
  })

  it('knows what was changed while it did not listen, by name where it is not too much', async () => {
    const nowhere = 'postgresql://nobody@127.0.0.1:1/none'
    const fresh = await createTestDatabase()
    let url = fresh.url
    const named: Set<string>[] = []
    const away = new BusListener({ url: () => url, onTags: (tags) => void named.push(tags) })
    const other = new pg.Client(fresh.url)
    await other.connect()
    const cut = async () => {
      url = nowhere
      await other.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'broadsheet bus' AND datname = current_database()`,
      )
      await vi.waitFor(() => expect(away.hearing).toBe('away'))
    }
    const mend = async () => {
      url = fresh.url
      await vi.waitFor(() => expect(away.hearing).toBe('sure'), { timeout: 5_000 })
    }
    await away.start()
    await cut()
    await publish(['article:d'], other)
    await publish([EVERYTHING, BULK, 'article:e'], other)
    named.length = 0
    await mend()
    expect(named).toEqual([new Set([UNHEARD, 'article:d', 'article:e'])])
    await cut()
    await other.query(`INSERT INTO "BusEvent" ("tags") SELECT ARRAY['article:' || n] FROM generate_series(1, 600) n`)
    named.length = 0
    await mend()
    expect(named).toEqual([new Set([UNHEARD, EVERYTHING])])
    await away.stop()
    await other.end()
    await fresh.drop()
  })

  it('takes the sleep of its own process for nobody’s silence', async () => {
    const query = pg.Client.prototype.query as (...asked: unknown[]) => unknown
    let slept = 0
    const watching = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...asked: unknown[]) {
      const answer = query.apply(this, asked)
      // The beat is asked for, and answered while nobody here can read it: limits are looked at before answers.
      if (slept < 2 && String(asked[0]).includes('clock_timestamp')) {
        slept++
        setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_500))
      }
      return answer
    })
    await vi.waitFor(() => expect(slept).toBe(2), { timeout: 10_000 })
    await publish(['article:after'])
    await vi.waitFor(() => expect(everythingHeard()).toContain('article:after'), { timeout: 20_000 })
    watching.mockRestore()
    expect(everythingHeard()).not.toContain(UNHEARD)
  })

  it('starts without a database, and listens when it comes', async () => {
    let url = 'postgresql://nobody@127.0.0.1:1/none'
    const late = new BusListener({ url: () => url, onTags: (tags) => void heard.push(tags) })
    await late.start()
    expect(late.listening).toBe(false)
    url = database.url
    await vi.waitFor(() => expect(late.listening).toBe(true), { timeout: 3_000 })
    await late.stop()
  })

  it('says once that a database has been silent for long', async () => {
    let silences = 0
    const lonely = new BusListener({
      url: () => 'postgresql://nobody@127.0.0.1:1/none',
      onTags: () => {},
      onSilence: () => silences++,
    })
    await lonely.start()
    await vi.waitFor(() => expect(silences).toBe(1))
    expect([lonely.hearing, lonely.silent]).toEqual(['away', true])
    await lonely.stop()
    expect(bus.silent).toBe(false)
  })
})
