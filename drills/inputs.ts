// Everything that can be sent to a site and should not be: addresses, headers and bodies as an attacker or a broken program writes
// them. Each is answered calmly, tells nothing, and leaves the pages that others get as they were.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BadInput, badInput, doorsOf } from './parts/bad-inputs'
import { Desk } from './parts/desk'
import { Dice } from './parts/dice'
import type { Drill, DrillOptions } from './parts/drill'
import { confusions, EVIL, type HttpAttack, malformed, poisons } from './parts/http-attacks'
import { makeFolder, removeFolder } from './parts/processes'
import { type RawAnswer, sendRaw } from './parts/raw'
import { ADMINISTRATOR, Site } from './parts/site'

const AT_ONCE = 6
const SECRETS = { AUTH_SECRET: 'canary-of-the-secret-0123456789abcdef', METRICS_TOKEN: 'canary-of-the-metrics' }
/** What only a log may say: stacks, statements, where the site lies. */
const TELLTALE =
  /\bat (?:async )?[\w.<>]+ \(?(?:\/|file:|node:)|\/node_modules\/|\.next\/server|server\/(?:commands|queries|pages)\/|PrismaClient|SELECT .+ FROM "|INSERT INTO "|postgresql:\/\/|ECONNREFUSED|Invalid `/

export const drill: Drill = {
  name: 'inputs',
  about:
    'Every route, action and page gets bad bodies, queries, types and broken uploads; addresses and headers are twisted, smuggled and poisoned: no 500, nothing told, no page of others changed, no way out of the site.',
  async run({ short, seed, rounds, say }: DrillOptions) {
    const folder = await makeFolder()
    const log = join(folder, 'site.log')
    const site = await Site.at(join(folder, 'data'), { ...SECRETS, SEARCHES_PER_MINUTE: '100000' }, log)
    try {
      await site.start()
      return await new Inputs(site, new Dice(seed), say).run(rounds ?? (short ? 350 : 6_000), short, log)
    } finally {
      await site.stop()
      removeFolder(folder)
    }
  },
}

interface Faults {
  errors: string[]
  told: string[]
  changed: string[]
  led: string[]
}

class Inputs {
  readonly #faults: Faults = { errors: [], told: [], changed: [], led: [] }
  #cookie = ''

  constructor(
    readonly site: Site,
    readonly dice: Dice,
    readonly say: (line: string) => void,
  ) {}

  async run(rounds: number, short: boolean, log: string) {
    const { url } = this.site
    this.#cookie = (await Desk.signIn(url)).cookie
    const kept = await this.#keptAddresses()
    const before = await this.#pages(kept)
    const all = [
      ...poisons(url, short ? kept.slice(0, 3) : kept),
      ...confusions(url, short ? kept.slice(0, 1) : kept),
      ...malformed(url),
    ]
    await this.#attack(all)
    await this.#compare(kept, before, 'after attacks')
    const doors = doorsOf() as [ReturnType<typeof doorsOf>[0], ...ReturnType<typeof doorsOf>]
    const inputs = Array.from({ length: rounds }, (_, index) =>
      badInput(url, doors[index % doors.length] ?? doors[0], this.dice, this.dice.throw() < 0.5 ? this.#cookie : ''),
    )
    await this.#feed(inputs)
    await this.#compare(kept, before, 'after bad inputs')
    const alive = await this.site.isReady()
    this.#lookForSecrets(await readFile(log, 'utf8'), 'the log')
    for (const [kind, found] of Object.entries(this.#faults)) for (const line of found.slice(0, 25)) this.say(`${kind}: ${line}`)
    const { errors, told, changed, led } = this.#faults
    return {
      figures: {
        'attack cases tried': all.length,
        'attacks ran': changed.length + led.length,
        'bad inputs tried': inputs.length,
        'answered 500': errors.length,
        'told of the inside': told.length,
        'site away afterwards': alive ? 0 : 1,
      },
      mustBeZero: ['attacks ran', 'answered 500', 'told of the inside', 'site away afterwards'],
    }
  }

  /** What readers ask for most, of each kind: asked once, it is kept for all. */
  async #keptAddresses(): Promise<string[]> {
    const { items } = (await (await fetch(`${this.site.url}/api/v1/articles?limit=3`)).json()) as {
      items: { url: string; id: string }[]
    }
    const articles = items.map(({ url }) => new URL(url).pathname)
    return [
      articles[0] ?? '/',
      '/',
      '/feed.xml',
      '/category',
      '/api/v1/articles',
      ...articles.slice(1),
      '/sitemap.xml',
      '/robots.txt',
    ]
  }

  async #pages(addresses: readonly string[]): Promise<Map<string, string>> {
    const pages = new Map<string, string>()
    for (const address of addresses) {
      const answer = await fetch(this.site.url + address, { redirect: 'manual' })
      const headers = [...answer.headers].filter(
        ([name]) => !['date', 'age', 'x-request-id', 'connection', 'keep-alive'].includes(name),
      )
      pages.set(address, JSON.stringify([answer.status, headers, await answer.text()]))
    }
    return pages
  }

  async #compare(addresses: readonly string[], before: Map<string, string>, when: string): Promise<void> {
    for (const [address, page] of await this.#pages(addresses))
      if (page !== before.get(address)) this.#faults.changed.push(`${address} ${when}`)
  }

  async #attack(attacks: readonly HttpAttack[]): Promise<void> {
    await inTurn(attacks, async ({ what, bytes }) => {
      const answer = await sendRaw(this.site.url, bytes)
      this.#judge(answer, what)
      const [location = ''] = answer.headers.location ?? []
      // The words of a search may stand on its page; where an answer leads, and what it says by headers, is ours.
      const leads = location !== '' && new URL(location, this.site.url).origin !== new URL(this.site.url).origin
      if (leads || 'x-injected' in answer.headers) this.#faults.led.push(`${what}: ${location}`)
      const heads = Object.entries(answer.headers).filter(([name]) => name !== 'location' && name !== 'cache-tag')
      if (JSON.stringify(heads).includes(EVIL)) this.#faults.led.push(`${what}: ${JSON.stringify(heads)}`)
      // Two answers to one request: something of it was read as another.
      if (/\r\n\r\n[\s\S]*HTTP\/1\.1 \d{3} /.test(answer.text) && !answer.text.startsWith('HTTP/1.1 100'))
        this.#faults.led.push(`${what}: two answers`)
    })
  }

  async #feed(inputs: readonly BadInput[]): Promise<void> {
    await inTurn(inputs, async ({ what, bytes, cut = false }) => this.#judge(await sendRaw(this.site.url, bytes, { cut }), what))
  }

  #judge({ status, headers, body, text }: RawAnswer, what: string): void {
    const comesAgain = status === 503 && headers['retry-after'] !== undefined
    if (status >= 500 && !comesAgain) this.#faults.errors.push(`${status} to ${what}: ${body.slice(0, 100)}`)
    const tells = TELLTALE.exec(body)?.[0]
    if (tells) this.#faults.told.push(`${JSON.stringify(tells)} to ${what}`)
    this.#lookForSecrets(text, what)
  }

  #lookForSecrets(text: string, where: string): void {
    const token = this.#cookie.split('=')[1]?.split('.')[0] ?? ''
    for (const secret of [SECRETS.AUTH_SECRET, SECRETS.METRICS_TOKEN, ADMINISTRATOR.password, token])
      if (secret.length > 8 && text.includes(secret)) this.#faults.told.push(`a secret in ${where}`)
  }
}

/** A few at once, in their order. */
async function inTurn<Thing>(things: readonly Thing[], work: (thing: Thing) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let thing = things[next++]; thing !== undefined; thing = things[next++]) await work(thing)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
