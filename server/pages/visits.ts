import type { IncomingMessage } from 'node:http'
import { isArticleId } from '@/newsroom/article-id'
import { networkOf } from '@/newsroom/network-address'
import { isCounted } from '@/newsroom/reader-request'
import { channelOf } from '@/newsroom/share-channel'
import type { Page } from './page'
import { Repeats } from './repeats'
import { type Sums, Tally } from './tally'
import { whoAsks } from './tell-client'

export interface VisitsOptions {
  /** `what`: the article's id */
  saveReads: (visits: Visit[]) => Promise<void>
  /** `what`: `id channel` */
  saveShares: (visits: Visit[]) => Promise<void>
}

interface Visit {
  /** who, as far as their network and browser tell: held until it is handed over, some seconds */
  who: string
  what: string
  count: number
}

const LONGEST_WHO = 300

/**
 * Counts readings and followed short links. That somebody counts a few times a day is kept by each process for itself, and by whoever
 * saves for all of them.
 */
export class Visits {
  readonly #reads: Tally
  readonly #shares: Tally
  readonly #repeats = new Repeats()

  constructor({ saveReads, saveShares }: VisitsOptions) {
    this.#reads = new Tally((sums) => saveReads(visitsOf(sums)))
    this.#shares = new Tally((sums) => saveShares(visitsOf(sums)))
  }

  /** `/read?id=`, which a page sends when somebody has it before their eyes. What comes from elsewhere is passed over. */
  read(req: IncomingMessage): void {
    const site = req.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin') return
    const id = new URLSearchParams(queryOf(req)).get('id') ?? ''
    if (isArticleId(id)) this.#count(req, this.#reads, id)
  }

  /** Called for every page sent: only a short link that leads somewhere counts. */
  sent(req: IncomingMessage, page: Page): void {
    if (page.section !== 'short' || page.status !== 302 || req.method !== 'GET') return
    const id = page.key.slice('/s/'.length)
    if (isArticleId(id)) this.#count(req, this.#shares, `${id} ${channelOf(queryOf(req))}`)
  }

  async stop(): Promise<void> {
    await Promise.all([this.#reads.stop(), this.#shares.stop()])
  }

  #count(req: IncomingMessage, tally: Tally, what: string): void {
    if (!isCounted(req.headers)) return
    const who = `${networkOf(whoAsks(req) ?? '')} ${req.headers['user-agent']}`.slice(0, LONGEST_WHO)
    if (this.#repeats.allow(who, `${tally === this.#reads ? 'read' : 'share'} ${what}`)) tally.add(`${who}\0${what}`)
  }
}

const visitsOf = (sums: Sums): Visit[] =>
  [...sums].map(([name, count]) => {
    const at = name.indexOf('\0')
    return { who: name.slice(0, at), what: name.slice(at + 1), count }
  })

const queryOf = (req: IncomingMessage) => req.url?.split('?')[1] ?? ''
