import { EventEmitter, once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

/** Who hears of articles from outside: takes what webhooks send, and counts it by delivery. */
export class Listener {
  /** by `webhook-id`: how often it came, and of which article it speaks */
  readonly heard = new Map<string, { times: number; event: string; articleId: string }>()
  readonly #server: Server

  readonly #arrivals = new EventEmitter()

  private constructor(server: Server) {
    this.#server = server
  }

  /** `answersInMs`: how long it thinks about each before it says that it has heard. */
  static async open(answersInMs = 0): Promise<Listener> {
    const server = createServer()
    const listener = new Listener(server)
    server.on('request', async (req, res) => {
      const message = JSON.parse((await text(req)) || '{}') as { data?: { id?: string } }
      listener.#arrivals.emit(message.data?.id ?? '')
      if (answersInMs > 0) await sleep(answersInMs)
      const id = String(req.headers['webhook-id'])
      const times = (listener.heard.get(id)?.times ?? 0) + 1
      listener.heard.set(id, { times, event: String(req.headers['x-broadsheet-event']), articleId: message.data?.id ?? '' })
      res.writeHead(204).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return listener
  }

  /** Resolves when somebody begins to tell it of this article. */
  async isTold(articleId: string): Promise<void> {
    await once(this.#arrivals, articleId)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
