// kill -9 of everything that runs, at random moments, while a newsroom works: of the site with all its processes, of one serving
// process, of the database's server, of both, of an import. Then it is started again, and what people were told is looked for.
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeArchive } from './parts/archive'
import { Desk } from './parts/desk'
import { Dice } from './parts/dice'
import type { Drill, DrillOptions } from './parts/drill'
import { Findings } from './parts/findings'
import { Ledger } from './parts/ledger'
import { Listener } from './parts/listener'
import { Newsroom } from './parts/newsroom'
import { ageFiles, mediaFiles, namedFiles } from './parts/pictures'
import { killTree, makeFolder, postmasterOf, removeFolder, signal } from './parts/processes'
import { databaseUrl, Site } from './parts/site'
import { ask } from './parts/sql'
import { rowsOf, STILL } from './parts/table-rows'

const FAULTS = ['site', 'one process', 'database', 'import', 'site and database'] as const
type Fault = (typeof FAULTS)[number]
const [ROUNDS, SHORT_ROUNDS] = [200, 4]
/** Of the faults: how many meet a site of several processes; the rest meet one that serves alone. */
const SEVERAL = 0.7
const POSTS = 40
const PICTURE_EVERY = 8
/** Faults of other kinds find an import under way, too. */
const IMPORTING = 0.3
/** What a dead process had in hand, a webhook's message or a picture, is taken up within half a minute; what failed meanwhile waits longer. */
const QUIET_WITHIN_MS = 120_000
/** Longer than a file may lie that no picture knows. */
const OLD_DAYS = 3

export const drill: Drill = {
  name: 'kill',
  about:
    'kill -9 of the site, of one of its processes, of the database, of both and of an import, at random moments while four editors autosave and others publish, correct, schedule, upload and import: all they were told is there, once, whole.',
  async run({ short, seed, rounds = short ? SHORT_ROUNDS : ROUNDS, say }: DrillOptions) {
    const folder = await makeFolder()
    const listener = await Listener.open()
    const dataDir = join(folder, 'data')
    const env = { PUSH_TO_LOOPBACK: '1' }
    const sites = [await Site.at(dataDir, { ...env, WEB_CONCURRENCY: '2' }), await Site.at(dataDir, env)]
    const killing = new Killing(dataDir, join(folder, 'archive'), new Dice(seed), say)
    try {
      const several = short ? rounds : Math.round(rounds * SEVERAL)
      for (const [which, site] of sites.entries()) {
        const faults = FAULTS.filter((fault) => which === 0 || fault !== 'one process')
        const count = which === 0 ? several : rounds - several
        if (count === 0) continue
        await site.start()
        await killing.moveTo(site, listener.url)
        for (let round = 0; round < count; round++) await killing.round(faults[round % faults.length] ?? 'site')
        await killing.end()
        await site.stop()
      }
      return killing.result({ heard: listener, short })
    } finally {
      for (const site of sites.toReversed()) await site.stop()
      await listener.close()
      removeFolder(folder)
    }
  },
}

class Killing {
  #rounds = 0
  readonly #back = new Map<Fault, number[]>()
  #posts = 0
  #importMs = 4_000
  #importsFailed = 0
  #stalePages = 0
  #unknownFiles = 0
  #changedByImport = 0
  #unlinked = 0
  #undone = 0
  readonly #odd: string[] = []
  readonly #ledger = new Ledger()
  readonly #findings: Findings
  #site: Site | undefined
  #desk: Desk | undefined
  #category = 0

  constructor(
    readonly dataDir: string,
    readonly archive: string,
    readonly dice: Dice,
    readonly say: (line: string) => void,
  ) {
    this.#findings = new Findings(() => databaseUrl(dataDir), dataDir)
  }

  async moveTo(site: Site, hookUrl: string): Promise<void> {
    this.#site = site
    if (this.#desk) {
      this.#desk = this.#desk.tab(site.url)
      return
    }
    this.#desk = await Desk.signIn(site.url)
    this.#category = await this.#desk.openCategory('快讯', 0)
    const events = ['article.published', 'article.updated', 'article.corrected']
    const made = await this.#desk.act('/admin/pushes', 'create', { url: hookUrl, events, active: true })
    if (made.kind !== 'ok') throw new Error(`no webhook: ${JSON.stringify(made)}`)
  }

  async round(fault: Fault): Promise<void> {
    const [site, desk] = this.#started()
    const before = this.#ledger.lengths
    const newsroom = new Newsroom(desk, this.#category, this.#ledger, this.dice)
    newsroom.begin()
    const isImporting = fault === 'import' || this.dice.throw() < IMPORTING
    const importing = isImporting ? await this.#startImport(site) : null
    await sleep(fault === 'import' ? this.#importMs * (0.3 + 0.8 * this.dice.throw()) : this.dice.between(300, 2_500))
    const taken = newsroom.taken()
    await this.#strike(site, fault, importing?.pid ?? 0)
    const backMs = await taken
    this.#back.set(fault, [...(this.#back.get(fault) ?? []), backMs])
    await newsroom.settle()
    // One whose database went away may have ended: it is the last import that has to be whole.
    if (importing && importing.exitCode === null && importing.signalCode === null) await once(importing, 'exit')
    if (fault === 'import') await this.#importAll(site)
    const later = this.#ledger.since(before)
    await this.#findings.look(later)
    await this.#lookAtPages(desk, later.published.slice(-3))
    this.#odd.push(...newsroom.odd)
    this.#rounds++
    this.say(`${fault}: a save is taken ${Math.round(backMs)} ms after; ${this.#ledger.acknowledged} writes so far`)
  }

  /** When all is quiet again: everything once more, and what only now can be said. */
  async end(): Promise<void> {
    const [site] = this.#started()
    this.#undone += await this.#becomesQuiet()
    await this.#importAll(site)
    await this.#findings.look(this.#ledger)
    await this.#findings.lookAtSchedules(this.#ledger)
    const before = await rowsOf(() => databaseUrl(this.dataDir), STILL)
    await this.#importAll(site)
    this.#changedByImport += before.changedIn(await rowsOf(() => databaseUrl(this.dataDir), STILL))
    const [verified] = (await once(site.command('audit', 'verify'), 'exit')) as [number]
    if (verified !== 0) this.#unlinked++
    await this.#sweep(site)
  }

  result({ heard: { heard }, short }: { heard: Listener; short: boolean }) {
    const { lost, doubled, halves, withoutFiles, scheduledWrongly, outboxWrongly } = this.#findings
    const all = [...this.#back.values()].flat()
    const kinds = { lost, doubled, halves, withoutFiles, scheduledWrongly, outboxWrongly }
    for (const [kind, found] of Object.entries(kinds)) for (const what of [...found].slice(0, 5)) this.say(`${kind}: ${what}`)
    for (const what of this.#odd.slice(0, 10)) this.say(what.slice(0, 300))
    const must = {
      ...{ lost: lost.size, doubled: doubled.size, 'half articles': halves.size, 'pictures without files': withoutFiles.size },
      ...{ 'files without a picture': this.#unknownFiles, 'schedules not exactly once': scheduledWrongly.size },
      ...{ 'messages not exactly once in the outbox': outboxWrongly.size, 'pages not as published': this.#stalePages },
      ...{ 'imports that did not end well': this.#importsFailed, 'rows a second import changed': this.#changedByImport },
      ...{ 'records of deeds not whole': this.#unlinked, 'left undone': this.#undone, 'odd answers': this.#odd.length },
    }
    const figures = {
      ...{ rounds: this.#rounds, faults: this.#rounds, 'acknowledged writes': this.#ledger.acknowledged, ...must },
      ...{ 'imported articles': this.#posts, 'pictures uploaded': this.#ledger.pictures.length },
      ...{ 'articles scheduled': this.#ledger.scheduled.length, 'messages heard': short ? 0 : heard.size },
      ...{ 'a save taken again, ms, median': median(all), 'a save taken again, ms, longest': Math.round(Math.max(...all)) },
      ...Object.fromEntries([...this.#back].map(([fault, ms]) => [`of ${fault}, ms, median`, median(ms)])),
    }
    return { figures, mustBeZero: Object.keys(must) }
  }

  async #strike(site: Site, fault: Fault, importer: number): Promise<void> {
    const pids = { site: [site.pid, ...site.workers], database: [postmasterOf(this.dataDir) ?? 0] }
    if (fault === 'import') return killTree(importer)
    if (fault === 'one process') return signal(this.dice.oneOf(pids.site.slice(1) as [number]), 'SIGKILL')
    if (fault !== 'site') for (const pid of pids.database) signal(pid, 'SIGKILL')
    if (fault === 'database') return
    for (const pid of pids.site) signal(pid, 'SIGKILL')
    await site.kill()
    await site.start()
  }

  async #startImport(site: Site) {
    await writeArchive(this.archive, POSTS, '汛', { from: this.#posts, pictureEvery: PICTURE_EVERY })
    this.#posts += POSTS
    return site.command('import', this.archive)
  }

  /** To the end: every post is one article. */
  async #importAll(site: Site): Promise<void> {
    if (this.#posts === 0) return
    const began = performance.now()
    const [code] = (await once(site.command('import', this.archive), 'exit')) as [number]
    this.#importMs = performance.now() - began
    if (code !== 0) this.#importsFailed++
    const rows = await ask<{ headline: string; times: number }>(
      () => databaseUrl(this.dataDir),
      `SELECT r."headline", count(*)::int AS "times" FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id"
         AND r."number" = a."liveRevision" WHERE r."headline" LIKE '汛%号堤段' AND r."plainText" LIKE '汛%' AND a."publication" = 'live' GROUP BY 1`,
    )
    const found = new Map(rows.map(({ headline, times }) => [headline, times]))
    for (let number = 0; number < this.#posts; number++) {
      const times = found.get(`汛${number}号堤段`) ?? 0
      if (times === 0) this.#findings.lost.add(`post ${number}`)
      if (times > 1) this.#findings.doubled.add(`post ${number}`)
    }
  }

  /** What readers get is what was published last. */
  async #lookAtPages(desk: Desk, published: { id: string; changes: number }[]): Promise<void> {
    for (const { id, changes } of published) {
      const path = (await desk.find(id))?.path
      if (!path || !(await pageAt(desk.site + path)).includes(`第${changes + 1}稿`)) this.#stalePages++
    }
  }

  /** Until nothing scheduled is due, no message waits, no picture is to be made; answers how many still do when nothing moves any more. */
  async #becomesQuiet(): Promise<number> {
    let [least, until] = [Number.POSITIVE_INFINITY, 0]
    for (; ; await sleep(500)) {
      const [row] = await ask<Record<'schedules' | 'messages' | 'pictures', number>>(
        () => databaseUrl(this.dataDir),
        `SELECT (SELECT count(*) FROM "Schedule" WHERE "doneAt" IS NULL AND "canceledAt" IS NULL)::int AS "schedules",
           (SELECT count(*) FROM "Delivery" WHERE "doneAt" IS NULL)::int AS "messages",
           (SELECT count(*) FROM "Media" WHERE "state" = 'pending')::int AS "pictures"`,
      )
      const open = row ? row.schedules + row.messages + row.pictures : 1
      if (open === 0) return 0
      if (open < least) [least, until] = [open, Date.now() + QUIET_WITHIN_MS]
      if (Date.now() < until) continue
      this.say(`left undone: ${JSON.stringify(row)}`)
      return open
    }
  }

  /** A site that starts takes away what lies there and no picture knows, once it is old enough. */
  async #sweep(site: Site): Promise<void> {
    await site.stop()
    await ageFiles(this.dataDir, OLD_DAYS)
    await site.start()
    let unknown: string[] = []
    for (let looks = 0; looks < 60; looks++) {
      unknown = await this.#filesNobodyKnows()
      if (unknown.length === 0) break
      await sleep(500)
    }
    this.#unknownFiles += unknown.length
    for (const key of unknown.slice(0, 5)) this.say(`a file no picture knows: ${key}`)
  }

  /** Those of a picture that is being made are on their way to their row; what a check of the disk leaves is written over by the next. */
  async #filesNobodyKnows(): Promise<string[]> {
    const url = () => databaseUrl(this.dataDir)
    const named = new Set(await namedFiles(url))
    const pending = await ask<{ id: string }>(url, `SELECT "id" FROM "Media" WHERE "state" = 'pending'`)
    const isOnItsWay = (key: string) => pending.some(({ id }) => key.includes(id))
    return (await mediaFiles(this.dataDir)).filter((key) => !named.has(key) && !isOnItsWay(key) && key !== '.probe')
  }

  #started(): [Site, Desk] {
    if (!this.#site || !this.#desk) throw new Error('there is no site yet')
    return [this.#site, this.#desk]
  }
}

/** A site that is still busy with coming back may ask to come again. */
async function pageAt(address: string): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    const answer = await fetch(address)
    if (answer.status < 500) return await answer.text()
    await answer.arrayBuffer()
    await sleep(500)
  }
  return ''
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)
}
