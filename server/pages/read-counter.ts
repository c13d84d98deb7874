import type { IncomingMessage } from 'node:http'
import { isReader } from '@/newsroom/reader-request'
import { log } from '@/server/log'
import type { Page } from './page'

/** Counts by article id. */
export type Reads = ReadonlyMap<string, number>

const SAVE_EVERY_MS = 5_000
const ARTICLE_KEY = /^\/\d{4}\/\d\d\/\d\d\/([0-9a-z]{10})(?:\?|$)/

/** Sums up in memory who read which article, and hands the sums over every few seconds and at the end. */
export class ReadCounter {
  private counts = new Map<string, number>()
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly save: (reads: Reads) => Promise<void>,
    everyMs = SAVE_EVERY_MS,
  ) {
    this.timer = setInterval(() => void this.flush(), everyMs).unref()
  }

  /** Called for every page sent: only an article that a reader asked for counts. */
  count(req: IncomingMessage, page: Page): void {
    if (page.section !== 'article' || page.status !== 200 || req.method !== 'GET' || !isReader(req.headers)) return
    const id = ARTICLE_KEY.exec(page.key)?.[1]
    if (id) this.counts.set(id, (this.counts.get(id) ?? 0) + 1)
  }

  /** What cannot be saved now is kept for the next time. */
  async flush(): Promise<void> {
    if (this.counts.size === 0) return
    const reads = this.counts
    this.counts = new Map()
    try {
      await this.save(reads)
    } catch (error) {
      log().warn({ error: String(error) }, 'reads could not be saved and wait')
      for (const [id, count] of reads) this.counts.set(id, (this.counts.get(id) ?? 0) + count)
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.flush()
  }
}
