// Two at once: two editors of one version, two publishers, two schedulers, two imports and two deliveries of the same articles. Two
// sites of one database, so that nothing but the database keeps them apart.
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeArchive } from './parts/archive'
import { type Answer, Desk, newId } from './parts/desk'
import type { Drill, DrillOptions } from './parts/drill'
import { Listener } from './parts/listener'
import { makeFolder, removeFolder } from './parts/processes'
import { databaseUrl, Site } from './parts/site'
import { ask } from './parts/sql'

const [ROUNDS, SHORT_ROUNDS] = [1_000, 20]
/** Of all races: those of saves, publications, schedules; the rest are deliveries. */
const SHARES = { saves: 0.35, publications: 0.25, schedules: 0.15 }
const POSTS = 60

export const drill: Drill = {
  name: 'races',
  about:
    'Two servers of one database; at the same moment two editors save one version, two publish, both schedulers find the same article due, two imports and two deliveries bring the same articles: one is taken, the other is told, nothing is lost or done twice.',
  async run({ short, rounds = short ? SHORT_ROUNDS : ROUNDS, say }: DrillOptions) {
    const folder = await makeFolder()
    const listener = await Listener.open()
    const env = { PUSH_TO_LOOPBACK: '1' }
    const sites = [await Site.at(join(folder, 'data'), env), await Site.at(join(folder, 'data'), env)] as const
    try {
      await sites[0].start()
      await sites[1].start()
      const races = await Races.begin(sites, listener)
      const of = (share: number) => Math.max(1, Math.round(rounds * share))
      const [saves, publications, schedules] = [of(SHARES.saves), of(SHARES.publications), of(SHARES.schedules)]
      const imports = short ? 1 : 5
      const deliveries = Math.max(1, rounds - saves - publications - schedules - imports)
      await races.schedule(schedules)
      for (let round = 0; round < saves; round++) await races.save(round)
      say(`${saves} times two saves of one version`)
      for (let round = 0; round < publications; round++) await races.publish(round)
      say(`${publications} times two publishers`)
      for (let round = 0; round < deliveries; round++) await races.deliver(round)
      say(`${deliveries} times two deliveries of one article`)
      for (let round = 0; round < imports; round++) await races.import(join(folder, `archive-${round}`), round)
      say(`${imports} times two imports of one archive`)
      await races.wentOut()
      say(`${schedules} articles that two schedulers found due`)
      for (const answer of races.odd.slice(0, 10)) say(answer)
      return races.result()
    } finally {
      for (const site of sites.toReversed()) await site.stop()
      await listener.close()
      removeFolder(folder)
    }
  },
}

class Races {
  #rounds = 0
  #acknowledged = 0
  #lost = 0
  #doubled = 0
  #bothTaken = 0
  #noneTaken = 0
  #untold = 0
  #unanswered = 0
  readonly #published: string[] = []
  /** what was answered that should not have been */
  readonly odd: string[] = []
  #scheduled: string[] = []

  private constructor(
    readonly sites: readonly [Site, Site],
    readonly desks: readonly [Desk, Desk],
    readonly category: number,
    readonly token: string,
    readonly listener: Listener,
  ) {}

  static async begin(sites: readonly [Site, Site], listener: Listener): Promise<Races> {
    const desk = await Desk.signIn(sites[0].url)
    const category = await desk.openCategory('快讯', 0)
    const hook = { url: listener.url, events: ['article.published', 'article.updated'], active: true }
    mustBeOk(await desk.act('/admin/pushes', 'create', hook))
    const wanted = { name: '演练', wire: 'drill', publish: true, categoryIds: [], until: '' }
    const made = mustBeOk(await desk.act('/admin/tokens', 'make', wanted))
    return new Races(sites, [desk, desk.tab(sites[1].url)], category, String(made.token), listener)
  }

  /** Two tabs save another text on the same version. */
  async save(round: number): Promise<void> {
    const { id, version, tabs } = await this.#openTwice(`渡口${round}`)
    const texts = ['甲', '乙'].map((name) => this.#content(`渡口${round}`, `${name}写的第${round}稿`))
    const [one, other] = await both((at) => tabs[at].save(id, version, texts[at] ?? {}))
    const winner = this.#oneOf(one, other, ({ codes }) => codes.some((code) => code === 'stale' || code === 'taken-over'))
    if (winner === null) return
    const told = await tabs[0].find(id)
    if (told?.content.bodyHtml !== texts[winner]?.bodyHtml || told?.version !== version + 1) this.#lost++
    // What the loser's page does then: their words are a version of their own.
    const loser = 1 - winner
    const aside = JSON.stringify({ content: { ...told?.content, ...texts[loser] } })
    const kept = await tabs[loser]?.send('POST', `/admin/articles/${id}/aside`, aside, { 'content-type': 'application/json' })
    const [row] = await this.#ask<{ kept: boolean }>(
      `SELECT EXISTS (SELECT FROM "Revision" WHERE "articleId" = $1 AND "bodyHtml" = $2) AS "kept"`,
      [id, texts[loser]?.bodyHtml],
    )
    if (kept?.kind !== 'ok' || !row?.kept) this.#lost++
  }

  /** Two chiefs publish the same text. */
  async publish(round: number): Promise<void> {
    const { id, tabs } = await this.#openTwice(`早班渡船${round}`)
    const [one, other] = await both((at) => tabs[at].act(`/admin/articles/${id}`, 'publish', id, {}))
    if (this.#oneOf(one, other, ({ codes }) => codes.includes('publish.nothing-new')) !== null) this.#published.push(id)
  }

  /** So many articles for one second, before the schedulers of both servers. */
  async schedule(count: number): Promise<void> {
    const at = new Date(Date.now() + 3_000 + 60 * count).toISOString()
    for (let number = 0; number < count; number++) {
      const { id, tabs } = await this.#openTwice(`末班渡船${number}`)
      const [one, other] = await both((which) => tabs[which].act(`/admin/articles/${id}`, 'publish', id, { at }))
      // Asked for twice, it is scheduled once: both are right.
      if (one.kind === 'ok' || other.kind === 'ok') this.#scheduled.push(id)
      this.#rounds++
    }
    this.#acknowledged += this.#scheduled.length
  }

  /** A wire delivers the same new article to both servers. */
  async deliver(round: number): Promise<void> {
    const externalId = `race-${round}`
    const item = { externalId, headline: `供稿${round}`, bodyHtml: `<p>第${round}稿。</p>`, categories: ['快讯'] }
    const answers = await both(async (at) => {
      const answer = await fetch(`${this.sites[at].url}/api/v1/ingest`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(item),
      })
      // A token is good for so many a minute: whoever is told to wait does.
      if (answer.status === 429) await sleep(1_000 * Number(answer.headers.get('retry-after') ?? 1))
      return { status: answer.status, text: await answer.text() }
    })
    if (answers.every(({ status }) => status === 429)) return await this.deliver(round)
    this.#rounds++
    const outcomes = answers.filter(({ status }) => status === 200).map(({ text }) => JSON.parse(text).items[0].outcome as string)
    this.#acknowledged += outcomes.length
    if (outcomes.filter((outcome) => outcome === 'created').length > 1) this.#bothTaken++
    if (answers.some(({ status }) => status >= 500)) this.#unanswered++
    const odd = answers.find(({ status }) => status !== 200 && status !== 429 && status < 500)
    if (odd) this.#notTold(JSON.stringify(odd))
    const rows = await this.#ask(`SELECT FROM "Article" WHERE "importKey" LIKE '%' || $1`, [externalId])
    if (rows.length === 0 && outcomes.length > 0) this.#lost++
    if (rows.length > 1) this.#doubled++
  }

  /** The command twice, on the same archive. */
  async import(archive: string, round: number): Promise<void> {
    this.#rounds++
    await writeArchive(archive, POSTS, `甲${round}`)
    const codes = await both(async (at) => (await once(this.sites[at].command('import', archive), 'exit'))[0] as number)
    if (codes.some((code) => code !== 0)) this.#notTold(`imports ended with ${codes}`)
    this.#acknowledged += POSTS
    const rows = await this.#ask<{ count: number; same: number }>(
      `SELECT count(*)::int AS "count", count(DISTINCT r."headline")::int AS "same" FROM "Article" a
       JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision" WHERE r."headline" LIKE $1`,
      [`甲${round}%`],
    )
    const { count = 0, same = 0 } = rows[0] ?? {}
    this.#lost += POSTS - same
    this.#doubled += count - same
  }

  /** Waits until what was scheduled is out and told, then counts how often. */
  async wentOut(): Promise<void> {
    const ids = [...this.#published, ...this.#scheduled]
    const until = Date.now() + 60_000
    for (;;) {
      const [row] = await this.#ask<{ open: number }>(
        `SELECT (SELECT count(*) FROM "Schedule" WHERE "doneAt" IS NULL AND "canceledAt" IS NULL)::int +
          (SELECT count(*) FROM "Delivery" WHERE "doneAt" IS NULL)::int AS "open"`,
      )
      if (row?.open === 0 || Date.now() > until) break
      await sleep(200)
    }
    const rows = await this.#ask<{ id: string; live: boolean; audited: number; told: number; scheduled: number }>(
      `SELECT a."id", a."publication" = 'live' AS "live",
         (SELECT count(*)::int FROM "AuditEntry" e WHERE e."subject" = 'article:' || a."id" AND e."action" = 'article.publish') AS "audited",
         (SELECT count(*)::int FROM "Delivery" d WHERE d."articleId" = a."id" AND d."event" = 'article.published') AS "told",
         (SELECT count(*)::int FROM "Schedule" s WHERE s."articleId" = a."id") AS "scheduled"
       FROM "Article" a WHERE a."id" = ANY($1)`,
      [ids],
    )
    this.#lost += ids.length - rows.length
    for (const { id, live, audited, told, scheduled } of rows) {
      const heard = [...this.listener.heard.values()].filter(
        ({ articleId, event }) => articleId === id && event === 'article.published',
      )
      if (!live || audited === 0 || told === 0 || heard.length === 0) this.#lost++
      if (audited > 1 || told > 1 || heard.length > 1 || scheduled > 1) this.#doubled++
    }
  }

  result() {
    const figures = {
      ...{ rounds: this.#rounds, 'acknowledged writes': this.#acknowledged, lost: this.#lost, doubled: this.#doubled },
      ...{ 'both accepted': this.#bothTaken, 'neither accepted': this.#noneTaken, 'not told why': this.#untold },
      'told to come again': this.#unanswered,
    }
    return { figures, mustBeZero: ['lost', 'doubled', 'both accepted', 'neither accepted', 'not told why'] }
  }

  #notTold(what: string): void {
    this.#untold++
    this.odd.push(what.slice(0, 300))
  }

  /** Which of two was taken, where it was exactly one and the other was told why. */
  #oneOf(one: Answer, other: Answer, isTold: (refusal: Answer & { kind: 'refused' }) => boolean): 0 | 1 | null {
    this.#rounds++
    // A site that asks to come again decides nothing, and nobody knows what it did.
    if (one.kind === 'unknown' || other.kind === 'unknown') {
      this.#unanswered++
      return null
    }
    const taken = [one, other].filter(({ kind }) => kind === 'ok').length
    this.#acknowledged += taken
    if (taken === 2) this.#bothTaken++
    if (taken === 0) this.#noneTaken++
    if (taken !== 1) return null
    const loser = one.kind === 'ok' ? other : one
    if (loser.kind !== 'refused' || !isTold(loser)) this.#notTold(JSON.stringify(loser))
    return one.kind === 'ok' ? 0 : 1
  }

  /** A draft, and a tab of it at each server; nobody holds it. */
  async #openTwice(headline: string): Promise<{ id: string; version: number; tabs: [Desk, Desk] }> {
    const id = newId()
    const writer = this.desks[0].tab()
    mustBeOk(await writer.save(id, 0, this.#content(headline, '开篇')))
    await writer.leave(id)
    this.#acknowledged++
    const version = 1
    return { id, version, tabs: [this.desks[0].tab(), this.desks[1].tab()] }
  }

  #content(headline: string, words: string) {
    return { headline, bodyHtml: `<p>${words}，水位平稳。</p>`, categoryIds: [this.category] }
  }

  #ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return ask<Row>(() => databaseUrl(this.sites[0].dataDir), sql, values)
  }
}

/** The same at both servers, at the same moment. */
async function both<Result>(act: (at: 0 | 1) => Promise<Result>): Promise<[Result, Result]> {
  return await Promise.all([act(0), act(1)])
}

function mustBeOk(answer: Answer): Record<string, unknown> {
  if (answer.kind === 'ok') return answer.value
  throw new Error(`it was not taken: ${JSON.stringify(answer)}`)
}
