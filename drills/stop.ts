// A site is stopped in the middle of work, again and again: what is under way ends, what was acknowledged is there afterwards. A second
// signal ends it at once. A hang-up replaces its processes, one after the other, and no reader notices.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { BLANK, Desk, newId } from './parts/desk'
import type { Drill, DrillOptions } from './parts/drill'
import { HalfSent } from './parts/half-sent'
import { Listener } from './parts/listener'
import { isAlive, makeFolder, removeFolder, signal } from './parts/processes'
import { readThrough } from './parts/read-through'
import { databaseUrl, Site } from './parts/site'
import { ask } from './parts/sql'

const [ROUNDS, SHORT_ROUNDS] = [10, 1]
const STOP_LIMIT_MS = 10_000
/** Within a second a terminal and its supervisor mean the same; a second signal comes later, and waits for nothing. */
const ANOTHER_WISH_MS = 1_500
/** A stop that waits for a request without end takes more than eight from then on. */
const AT_ONCE_MS = 7_000
/** Two of them, each of which has to start. */
const REPLACED_WITHIN_MS = 180_000
/** So long after the signal the rest of what was being sent comes. */
const REST_MS = 1_500
/** So long somebody outside takes to hear of an article. */
const HEARD_IN_MS = 2_000

const NONE = {
  ...{ rounds: 0, 'acknowledged writes': 0, lost: 0, 'answers cut off': 0, 'stops that took too long': 0 },
  ...{ 'slowest stop (ms)': 0, 'second signals that did not end it': 0, 'slowest end after a second (ms)': 0 },
  ...{
    'requests while processes were replaced': 0,
    'of these told to come again': 0,
    'of these failed': 0,
    'processes not replaced': 0,
    'told outside': 0,
    'not told outside': 0,
  },
}

export const drill: Drill = {
  name: 'stop',
  about:
    'A stop while an autosave, a picture and a page are on their way and somebody outside is just being told of an article; a second signal; a hang-up under readers: what is under way ends or is handed back, nothing acknowledged is lost, it is gone within ten seconds, and no reader meets a fault while its processes are replaced.',
  async run({ short, rounds = short ? SHORT_ROUNDS : ROUNDS, say }: DrillOptions) {
    const folder = await makeFolder()
    const listener = await Listener.open(HEARD_IN_MS)
    const settings = { PUSH_TO_LOOPBACK: '1', WEB_CONCURRENCY: '2' }
    const site = await Site.at(join(folder, 'data'), settings, join(folder, 'site.log'))
    const stops = new Stops(site, listener, say)
    try {
      await stops.begin()
      for (let round = 0; round < rounds; round++) await stops.inTheMiddle(round)
      say(`${rounds} stops in the middle of work`)
      for (let round = 0; round < Math.ceil(rounds / 2); round++) await stops.twice()
      for (let round = 0; round < Math.ceil(rounds / 3); round++) await stops.hangUp()
      await stops.wasTold()
      return stops.result()
    } finally {
      await site.stop()
      await listener.close()
      removeFolder(folder)
    }
  },
}

class Stops {
  #desk: Desk | undefined
  #category = 0
  readonly #published: string[] = []
  readonly #figures = { ...NONE }

  constructor(
    readonly site: Site,
    readonly listener: Listener,
    readonly say: (line: string) => void,
  ) {}

  async begin(): Promise<void> {
    await this.site.start()
    this.#desk = await Desk.signIn(this.site.url)
    this.#category = await this.#desk.openCategory('停机', 0)
    const hook = { url: this.listener.url, events: ['article.published'], active: true }
    const made = await this.#desk.act('/admin/pushes', 'create', hook)
    if (made.kind !== 'ok') throw new Error(`nobody is to be told: ${JSON.stringify(made)}`)
  }

  async inTheMiddle(round: number): Promise<void> {
    const { site, listener } = this
    const desk = this.#at()
    this.#figures.rounds++
    const [saved, published] = [newId(), newId()]
    const autosave = await HalfSent.begin(desk, 'PUT', `/admin/articles/${saved}/draft`, draft(desk, `第${round}稿`))
    const picture = await HalfSent.begin(desk, 'POST', '/admin/media/upload', await pictureOf(round), {
      'x-file-name': 'stop.png',
      'content-type': 'application/octet-stream',
    })
    const isTold = listener.isTold(published)
    await desk.save(published, 0, {
      headline: `停机前发布${round}`,
      bodyHtml: '<p>水位平稳。</p>',
      categoryIds: [this.#category],
    })
    const out = await desk.act(`/admin/articles/${published}`, 'publish', published, {})
    if (out.kind === 'ok') this.#published.push(published)
    await isTold
    const began = performance.now()
    const ended = site.stop()
    await sleep(REST_MS)
    const answers = await Promise.all([autosave.finish(), picture.finish()])
    const code = await ended
    const tookMs = performance.now() - began
    this.#figures['slowest stop (ms)'] = Math.max(this.#figures['slowest stop (ms)'], Math.round(tookMs))
    if (tookMs > STOP_LIMIT_MS || code !== 0)
      this.#fault('stops that took too long', `a stop ended with ${code} after ${Math.round(tookMs)} ms`)
    for (const { status, text } of answers)
      if (status !== 200 && status !== 201) this.#fault('answers cut off', `${status} ${text.slice(0, 200)} while it stopped`)
    await site.start()
    this.#desk = desk.tab()
    await this.#isThere(answers, saved, published, `第${round}稿`)
  }

  /** What was acknowledged before and while it stopped. */
  async #isThere(answers: { status: number; text: string }[], saved: string, published: string, words: string): Promise<void> {
    const desk = this.#at()
    const [autosave, picture] = answers
    const lost: string[] = []
    if (autosave?.status === 200 && !(await desk.find(saved))?.content.bodyHtml.includes(words)) lost.push('an autosave')
    if (picture?.status === 201) {
      const { media } = JSON.parse(picture.text) as { media: { src: string } }
      if ((await this.site.status(media.src)) !== 200) lost.push('a picture')
    }
    const path = (await desk.find(published))?.path
    if (this.#published.includes(published) && (!path || (await this.site.status(path)) !== 200)) lost.push('an article')
    this.#figures['acknowledged writes'] += answers.filter(({ status }) => status < 300).length + 1
    for (const what of lost) this.#fault('lost', `${what} is lost`)
  }

  /** One request that never ends, two signals. */
  async twice(): Promise<void> {
    const { site } = this
    this.#figures.rounds++
    const never = await HalfSent.begin(this.#at(), 'PUT', `/admin/articles/${newId()}/draft`, draft(this.#at(), '永远'))
    const pids = [site.pid, ...site.workers]
    signal(site.pid, 'SIGTERM')
    await sleep(ANOTHER_WISH_MS)
    const wasAlive = isAlive(site.pid)
    const began = performance.now()
    await site.stop()
    while (pids.some(isAlive) && performance.now() - began < STOP_LIMIT_MS) await sleep(10)
    const tookMs = performance.now() - began
    never.cut()
    const figure = 'slowest end after a second (ms)'
    this.#figures[figure] = Math.max(this.#figures[figure], Math.round(tookMs))
    if (!wasAlive || tookMs > AT_ONCE_MS)
      this.#fault('second signals that did not end it', `it took ${Math.round(tookMs)} ms, alive before: ${wasAlive}`)
    await site.start()
  }

  /** Every process gives way to a new one while readers read. */
  async hangUp(): Promise<void> {
    const { site } = this
    this.#figures.rounds++
    await site.isWhole()
    const before = site.serving
    const reading = readThrough(site.url, ['/', '/category', '/feed.xml', '/healthz'])
    signal(site.pid, 'SIGHUP')
    const isReplaced = () => site.serving.length === before.length && !before.some((pid) => isAlive(pid))
    const until = performance.now() + REPLACED_WITHIN_MS
    while (!isReplaced() && performance.now() < until) await sleep(50)
    if (!isReplaced()) this.#fault('processes not replaced', `${before} became ${site.serving}`)
    const { asked, busy, failed } = await reading.end()
    this.#figures['requests while processes were replaced'] += asked
    this.#figures['of these told to come again'] += busy
    this.#figures['of these failed'] += failed.length
    for (const line of failed.slice(0, 10)) this.say(line)
  }

  /** Whoever is to hear of what was published has heard of it, whatever was stopped meanwhile. */
  async wasTold(): Promise<void> {
    const open = 'SELECT count(*)::int AS "open" FROM "Delivery" WHERE "doneAt" IS NULL'
    const until = performance.now() + 90_000
    while (performance.now() < until) {
      const [row] = await ask<{ open: number }>(() => databaseUrl(this.site.dataDir), open)
      if (row?.open === 0) break
      await sleep(500)
    }
    const heard = new Set([...this.listener.heard.values()].map(({ articleId }) => articleId))
    for (const id of this.#published) {
      if (heard.has(id)) this.#figures['told outside']++
      else this.#fault('not told outside', `nobody heard of ${id}`)
    }
  }

  result() {
    const figures = { ...this.#figures }
    const mustBeZero = [
      'lost',
      'answers cut off',
      'stops that took too long',
      'second signals that did not end it',
      'of these failed',
    ]
    return { figures, mustBeZero: [...mustBeZero, 'processes not replaced', 'not told outside'] }
  }

  #fault(figure: keyof typeof NONE, line: string): void {
    this.#figures[figure]++
    this.say(line)
  }

  #at(): Desk {
    if (!this.#desk) throw new Error('nobody has signed in')
    return this.#desk
  }
}

const draft = (desk: Desk, words: string) =>
  Buffer.from(
    JSON.stringify({
      clientId: desk.clientId,
      baseVersion: 0,
      content: { ...BLANK, headline: words, bodyHtml: `<p>${words}</p>` },
    }),
  )

const pictureOf = (round: number): Promise<Buffer> =>
  sharp({ create: { width: 900 + round, height: 600, channels: 3, background: '#246' } })
    .png()
    .toBuffer()
