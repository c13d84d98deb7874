// The way to the database is broken in every manner it can be: readers go on with what is kept, staff are told, nothing waits for
// ever, and when the way is whole again all is well without anybody doing anything.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { Desk, newId } from './parts/desk'
import { Dice } from './parts/dice'
import type { Drill, DrillOptions } from './parts/drill'
import { FIGURE_OF, NumberedDraft } from './parts/numbered-draft'
import { Postgres } from './parts/postgres'
import { makeFolder, removeFolder } from './parts/processes'
import { FaultProxy } from './parts/proxy'
import { Site } from './parts/site'

const FAULTS = ['stopped', 'hanging', 'resetting', 'slow', 'used up', 'failover'] as const
type Fault = (typeof FAULTS)[number]
const [ROUNDS, SHORT_ROUNDS] = [5, 1]
const CONNECTIONS = 60
/** How long each lasts: silence is noticed within seconds, a refusal at once. */
const LASTS_MS: Record<'silent' | 'refusing' | 'full', [number, number]> = {
  silent: [4_000, 5_000],
  refusing: [1_500, 2_500],
  full: [6_000, 20_000],
}
const SILENT: Fault[] = ['hanging', 'slow']
/** No request may take longer. */
const LONGEST_MS = 10_000
/** From the return of the database until staff can save. */
const BACK_WITHIN_MS = 10_000
const NOTICED_WITHIN_MS = 30_000

export const drill: Drill = {
  name: 'database-away',
  about:
    'Between site and database the way is stopped, hangs, resets, takes two seconds, is used up by others down to the last connection, and leads to a promoted standby: readers get kept pages, marked; staff are told and save again; nothing takes ten seconds.',
  async run({ short, seed, rounds = short ? SHORT_ROUNDS : ROUNDS, say }: DrillOptions) {
    const folder = await makeFolder()
    const sync = ["synchronous_standby_names = '*'", `max_connections = ${CONNECTIONS}`, 'superuser_reserved_connections = 3']
    const primary = await Postgres.create(join(folder, 'primary'), sync)
    const standby = await Postgres.standbyOf(primary, join(folder, 'standby'))
    const proxy = await FaultProxy.open({ host: '127.0.0.1', port: primary.port })
    const site = await Site.at(join(folder, 'data'), { DATABASE_URL: primary.urlAt(proxy.port) })
    try {
      await site.start()
      const watch = await Watch.begin(site)
      const dice = new Dice(seed)
      for (let round = 0; round < rounds; round++) {
        for (const fault of FAULTS) {
          // There is one standby: it takes over at the very end.
          if (fault === 'failover' && round < rounds - 1) continue
          const ms = dice.between(...LASTS_MS[short ? (SILENT.includes(fault) ? 'silent' : 'refusing') : 'full'])
          const back = await watch.through((noticed) => breakIt({ fault, lasts: atLeast(ms, noticed), proxy, primary, standby }))
          say(`${fault}, ${ms} ms: staff save again ${Math.round(back)} ms after`)
          for (const what of watch.odd.splice(0)) say(`${fault}: ${what}`)
        }
      }
      return watch.result(short)
    } finally {
      await site.stop()
      await proxy.close()
      for (const server of [standby, primary]) if (server.isRunning) await server.stop().catch(() => server.kill())
      removeFolder(folder)
    }
  },
}

/** A fault stays until it was noticed, if it ever is: however busy the machine, `/readyz` gets its chance. */
const atLeast = (ms: number, noticed: Promise<void>) => () =>
  Promise.all([sleep(ms), Promise.race([noticed, sleep(NOTICED_WITHIN_MS)])])

interface Breaking {
  fault: Fault
  lasts(): Promise<unknown>
  proxy: FaultProxy
  primary: Postgres
  standby: Postgres
}

/** Resolves when it is whole again. */
async function breakIt({ fault, lasts, proxy, primary, standby }: Breaking): Promise<void> {
  if (fault === 'failover') {
    primary.kill()
    await standby.configure(["synchronous_standby_names = ''"])
    await lasts()
    await standby.ask('SELECT pg_reload_conf()')
    await standby.ask('SELECT pg_promote(true, 30)')
    proxy.target = { host: '127.0.0.1', port: standby.port }
    return
  }
  if (fault === 'used up') {
    const taken = await takeAll(primary)
    await lasts()
    for (const client of taken) await client.end().catch(() => {})
    return
  }
  proxy.set(fault)
  await lasts()
  proxy.set('open')
}

/** Every connection there is: the site's are ended and taken until it has none at all. */
async function takeAll(primary: Postgres): Promise<Client[]> {
  const taken: Client[] = []
  do {
    if (taken.length > 0) await taken[0]?.query(`SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE ${OF_OTHERS}`)
    while (await takeOne(primary, taken));
  } while ((await taken[0]?.query(`SELECT FROM pg_stat_activity WHERE ${OF_OTHERS}`))?.rowCount)
  return taken
}

const TAKER = 'somebody else'
const OF_OTHERS = `backend_type = 'client backend' AND application_name <> '${TAKER}'`

async function takeOne(primary: Postgres, taken: Client[]): Promise<boolean> {
  const client = new Client({ connectionString: primary.url, application_name: TAKER })
  client.on('error', () => {})
  try {
    await client.connect()
    taken.push(client)
    return true
  } catch {
    return false
  }
}

class Watch {
  readonly #figures = {
    ...{ rounds: 0, faults: 0, 'acknowledged writes': 0, lost: 0, doubled: 0 },
    ...{ 'pages asked for meanwhile': 0, 'pages not there': 0, 'of them marked stale': 0 },
    ...{ 'saves told to come again': 0, 'saves told nothing': 0 },
    ...{ '/healthz not 200': 0, '/readyz 200 all along': 0, 'requests of ten seconds or more': 0, 'not back in time': 0 },
    ...{ 'longest request, ms': 0, 'slowest return, ms': 0 },
  }
  /** what must not be, in words */
  readonly odd: string[] = []
  readonly #draft: NumberedDraft

  private constructor(
    readonly site: Site,
    desk: Desk,
    category: number,
    readonly pages: string[],
  ) {
    this.#draft = new NumberedDraft(desk, category)
  }

  static async begin(site: Site): Promise<Watch> {
    const desk = await Desk.signIn(site.url)
    const category = await desk.openCategory('快讯', 0)
    const id = newId()
    await desk.save(id, 0, { headline: '断线那一夜', bodyHtml: '<p>灯一直亮着。</p>', categoryIds: [category] })
    await desk.act(`/admin/articles/${id}`, 'publish', id, {})
    const path = (await desk.find(id))?.path
    if (!path) throw new Error('no article was published')
    const pages = ['/', path, '/category', '/feed.xml', '/sitemap.xml', '/2026']
    const watch = new Watch(site, desk, category, pages)
    await watch.#warm()
    await watch.#save()
    return watch
  }

  /** Milliseconds from the return of the database to the first save that was taken. */
  async through(breaking: (noticed: Promise<void>) => Promise<void>): Promise<number> {
    await this.#warm()
    let broken = true
    let unready = false
    const saved = this.#figures['acknowledged writes']
    const { promise: noticed, resolve: notice } = Promise.withResolvers<void>()
    const asking = [
      this.#every(
        100,
        () => broken,
        async () => await this.#read(),
      ),
      this.#every(
        500,
        () => broken,
        async () => void (await this.#save()),
      ),
      this.#every(
        300,
        () => broken,
        async () => {
          if ((await this.#timed('/healthz')).status !== 200) this.#figures['/healthz not 200']++
          if ((await this.#timed('/readyz')).status !== 503) return
          unready = true
          notice()
        },
      ),
    ]
    await breaking(noticed)
    broken = false
    const back = performance.now()
    await Promise.all(asking)
    // Whoever takes the others' connections may leave it some: then it is ready, and shows it by what it saves.
    if (!unready && this.#figures['acknowledged writes'] === saved) this.#figures['/readyz 200 all along']++
    while (!(await this.#save()) && performance.now() - back < 60_000) await sleep(100)
    const backMs = performance.now() - back
    await this.site.becomesReady(30_000)
    if (await this.#draft.isLost()) this.#figures.lost++
    if (backMs > BACK_WITHIN_MS) this.#figures['not back in time']++
    this.#figures['slowest return, ms'] = Math.round(Math.max(this.#figures['slowest return, ms'], backMs))
    this.#figures.faults++
    this.#figures.rounds++
    return backMs
  }

  /** On a machine that does much else, a short drill times nothing. */
  result(short: boolean) {
    const always = ['lost', 'doubled', 'pages not there', 'saves told nothing', '/healthz not 200', '/readyz 200 all along']
    const timed = ['requests of ten seconds or more', 'not back in time']
    return { figures: this.#figures, mustBeZero: short ? always : [...always, ...timed] }
  }

  async #every(ms: number, goesOn: () => boolean, act: () => Promise<void>): Promise<void> {
    while (goesOn()) {
      await act()
      await sleep(ms)
    }
  }

  async #warm(): Promise<void> {
    const until = performance.now() + 20_000
    for (const path of this.pages) while ((await this.#timed(path)).status !== 200 && performance.now() < until) await sleep(100)
  }

  async #read(): Promise<void> {
    for (const path of this.pages) {
      const { status, stale } = await this.#timed(path)
      this.#figures['pages asked for meanwhile']++
      if (status !== 200) {
        this.#figures['pages not there']++
        this.odd.push(`${path} was answered with ${status}`)
      }
      if (stale) this.#figures['of them marked stale']++
    }
  }

  async #save(): Promise<boolean> {
    const began = performance.now()
    const saved = await this.#draft.save()
    this.#note('a save', performance.now() - began)
    if (saved === 'no answer') this.odd.push(`a save was told nothing, by status ${this.#draft.status}`)
    if (saved !== 'stale') this.#figures[FIGURE_OF[saved]]++
    return saved === 'taken'
  }

  async #timed(path: string): Promise<{ status: number; stale: boolean }> {
    const began = performance.now()
    const answer = await fetch(this.site.url + path, { signal: AbortSignal.timeout(20_000) }).catch(() => null)
    await answer?.arrayBuffer().catch(() => {})
    this.#note(path, performance.now() - began)
    return { status: answer?.status ?? 0, stale: answer?.headers.has('x-broadsheet-stale') ?? false }
  }

  #note(what: string, ms: number): void {
    this.#figures['longest request, ms'] = Math.round(Math.max(this.#figures['longest request, ms'], ms))
    if (ms < LONGEST_MS) return
    this.#figures['requests of ten seconds or more']++
    this.odd.push(`${what} took ${Math.round(ms)} ms`)
  }
}
