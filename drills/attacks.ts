// Every known attack on what is written, through every door by which words come in, and what a browser makes of the pages they
// stand on: with the site's content security policy, and without it, so that the cleaning alone is tried.
import { join } from 'node:path'
import { attackCases } from '@/newsroom/html/attack-fixture'
import { type Attack, deliverAll, importAll, listStored, type Stored, saveAll, savedBodies } from './parts/attack-doors'
import { publishBody, withdrawFor, writeFields } from './parts/attack-fields'
import { faultsOfExport, faultsOfMails, faultsOfPictures, feedPages, namesOf, pagesOf } from './parts/attack-pages'
import { Desk } from './parts/desk'
import type { Drill, DrillOptions } from './parts/drill'
import { makeFolder, removeFolder } from './parts/processes'
import { Site } from './parts/site'
import { openBrowser, type Seen, Tripwire } from './parts/tripwire'

const TRAP = 'http://trap.example'
/** What of an article, its names, pictures and notes is filled with an attack: as many fields, and a search. */
const FIELDS = 24
const MOST_FEED_PAGES = 8
/** In the short form every so many-th attack is tried, and of words. */
const [SHORT_EVERY, SHORT_EVERY_TEXT] = [97, 24]

export const drill: Drill = {
  name: 'attacks',
  about:
    'Every known attack on what is written comes in as a post, a delivery, a text saved at the desk, a name, a caption, a file name or a search, and a real browser with a tripwire looks at all pages they stand on, with the content security policy and without: nothing runs, nothing that could run is left.',
  async run({ short, rounds, say }: DrillOptions) {
    const folder = await makeFolder()
    const site = await Site.at(join(folder, 'data'), { SEARCHES_PER_MINUTE: '100000' }, join(folder, 'site.log'))
    const browser = await openBrowser()
    try {
      await site.start()
      const attacks = new Attacks(site, await Desk.signIn(site.url), { short, rounds }, say)
      await attacks.store(join(folder, 'archive'))
      for (const isBare of [false, true]) {
        const { cookie } = attacks.desk
        const tripwire = await Tripwire.open(browser, site.url, { isBare, cookie })
        const deaf = await tripwire.prove()
        await attacks.look(tripwire, isBare)
        await tripwire.close()
        attacks.add(tripwire.result(), deaf)
      }
      await attacks.readFiles(join(folder, 'data'))
      return attacks.result()
    } finally {
      await browser.close()
      await site.stop()
      removeFolder(folder)
    }
  },
}

class Attacks {
  readonly short: boolean
  readonly #bodies: string[]
  readonly #texts: string[]
  readonly #seen: Seen = { pages: 0, ran: [], dangers: [], missing: [] }
  #deaf = 0
  #tried = 0
  #refused = 0
  #stored: Stored[] = []
  #pages: ReturnType<typeof pagesOf> | undefined

  constructor(
    readonly site: Site,
    readonly desk: Desk,
    { short, rounds }: Pick<DrillOptions, 'short' | 'rounds'>,
    readonly say: (line: string) => void,
  ) {
    const { html, texts } = attackCases(TRAP)
    const bodies = [...new Set(Object.values(html).flat())]
    const every = rounds ? Math.ceil(bodies.length / rounds) : short ? SHORT_EVERY : 1
    const everyText = rounds ? Math.min(every, SHORT_EVERY_TEXT) : short ? SHORT_EVERY_TEXT : 1
    this.short = short
    this.#bodies = bodies.filter((_, at) => at % every === 0)
    this.#texts = texts.filter((_, at) => at % everyText === 0)
  }

  /** Through every door. */
  async store(archive: string): Promise<void> {
    const { site, desk } = this
    const before = new Set((await listStored(site)).map(({ id }) => id))
    const named = new Set(await namesOf(site))
    const attacks = [
      ...this.#bodies.map((body): Attack => ({ body, words: '演练' })),
      ...this.#texts.map(
        (words): Attack => ({ body: `<p>演练。</p><p>（责任编辑：${words}）</p><p>（文章来源：${words}）</p>`, words }),
      ),
    ]
    await importAll(site, archive, attacks)
    this.say(`${attacks.length} attacks imported`)
    const category = await desk.openCategory('演练', 0)
    this.#refused += await deliverAll(site, desk, attacks, '演练')
    this.say(`${attacks.length} attacks delivered`)
    this.#refused += await saveAll(desk, this.#bodies)
    const kept = await savedBodies(site)
    for (const body of kept) await publishBody(desk, category, body)
    this.say(`${this.#bodies.length} attacks saved at the desk, which kept ${kept.length} different texts`)
    const { written, refused } = await writeFields(desk, await Desk.signIn(site.url), this.#texts)
    const withdrawn = await withdrawFor(desk, category, this.#texts)
    this.say(`${this.#texts.length} attacks in every field of the desk; ${refused.length} names refused`)
    for (const line of refused.slice(0, 5)) this.say(line)
    this.#stored = (await listStored(site)).filter(({ id }) => !before.has(id))
    const names = (await namesOf(site)).filter((path) => !named.has(path))
    this.#tried = 3 * this.#bodies.length + FIELDS * this.#texts.length
    this.#pages = pagesOf(written, withdrawn, names, this.#texts)
  }

  async look(tripwire: Tripwire, isBare: boolean): Promise<void> {
    const pages = this.#pages
    if (!pages) return
    const how = isBare ? 'without' : 'with'
    const shown = oneOfEach(this.#stored).map(({ path }) => path)
    await tripwire.look([...shown, ...shown.map((path) => `/lite${path}`), ...pages.framed])
    this.say(`${shown.length} different texts and ${pages.framed.length} other pages looked at ${how} the policy`)
    const feeds = await feedPages(this.site, this.short ? 1 : MOST_FEED_PAGES)
    await tripwire.visit([...feeds, ...pages.alone])
    await tripwire.readFeeds(feeds)
    await tripwire.readTexts([...new Set(this.#stored.map(({ body }) => body))])
    // A page of the desk takes as long as ten of readers: the policy is tried on some of them, the cleaning on more.
    const some = (paths: string[]) => paths.filter((_, at) => at % (isBare ? 3 : 9) === 0)
    if (isBare || !this.short) await tripwire.visit([...pages.registers, ...some(pages.desk)])
    if (isBare || !this.short) await tripwire.visit(some(pages.editors), '.ProseMirror')
    this.say(`${tripwire.seen.pages} pages looked at ${how} the policy`)
  }

  /** What is no page: the record as a table, mails, pictures. */
  async readFiles(dataDir: string): Promise<void> {
    const ran = [...(await faultsOfExport(this.desk)), ...(await faultsOfMails(dataDir))]
    const missing = await faultsOfPictures(this.site, this.#pages?.pictures ?? [])
    this.add({ pages: 0, ran, dangers: [], missing }, 0)
  }

  add(seen: Seen, deaf: number): void {
    this.#deaf += deaf
    this.#seen.pages += seen.pages
    for (const what of ['ran', 'dangers', 'missing'] as const) {
      this.#seen[what].push(...seen[what])
      for (const line of seen[what].slice(0, 25)) this.say(`${what}: ${line.slice(0, 300)}`)
    }
  }

  result() {
    const { pages, ran, dangers, missing } = this.#seen
    const figures = {
      ...{ 'attack cases tried': this.#tried, 'attacks ran': ran.length, 'dangerous DOM': dangers.length },
      ...{ 'pages looked at': pages, 'pages that did not come': missing.length, 'not taken in': this.#refused },
      'kinds of attack the tripwire did not hear': this.#deaf,
    }
    return {
      figures,
      mustBeZero: ['attacks ran', 'dangerous DOM', 'pages that did not come', 'kinds of attack the tripwire did not hear'],
    }
  }
}

/** Of articles with the same text one. */
const oneOfEach = (stored: readonly Stored[]): Stored[] => [...new Map(stored.map((each) => [each.body, each])).values()]
