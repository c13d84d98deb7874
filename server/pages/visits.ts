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
  /** by article id */
  saveReads: (sums: Sums) => Promise<void>
  /** by `id channel` */
  saveShares: (sums: Sums) => Promise<void>
}

/** Counts readings and followed short links: sums by article, nothing about who it was. */
export class Visits {
  readonly #reads: Tally
  readonly #shares: Tally
  readonly #repeats = new Repeats()

  constructor({ saveReads, saveShares }: VisitsOptions) {
    this.#reads = new Tally(saveReads)
    this.#shares = new Tally(saveShares)
  }

  /** `/read?id=`, which a page sends when somebody has it before their eyes. What comes from elsewhere is passed over. */
  read(req: IncomingMessage): void {
    const site = req.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin') return
    const id = new URLSearchParams(queryOf(req)).get('id') ?? ''
    if (isArticleId(id) && this.#counts(req, `read ${id}`)) this.#reads.add(id)
  }

  /** Called for every page sent: only a short link that leads somewhere counts. */
  sent(req: IncomingMessage, page: Page): void {
    if (page.section !== 'short' || page.status !== 302 || req.method !== 'GET') return
    const id = page.key.slice('/s/'.length)
    const name = `${id} ${channelOf(queryOf(req))}`
    if (isArticleId(id) && this.#counts(req, name)) this.#shares.add(name)
  }

  async stop(): Promise<void> {
    await Promise.all([this.#reads.stop(), this.#shares.stop()])
  }

  #counts(req: IncomingMessage, what: string): boolean {
    return isCounted(req.headers) && this.#repeats.allow(`${networkOf(whoAsks(req) ?? '')} ${req.headers['user-agent']}`, what)
  }
}

const queryOf = (req: IncomingMessage) => req.url?.split('?')[1] ?? ''
