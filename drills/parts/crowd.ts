import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** Something a visitor asks for, and the answers that are right. 304 is always, and 503 or 429 where it says when to come again. */
export interface Ask {
  path: string
  right: readonly number[]
  method?: string
  headers?: Record<string, string>
  body?: string
}

const PATIENCE_MS = 60_000
/** As many as wait at once; who comes then is turned away by nobody but their own patience. */
const MOST_WAITING = 500
const TURN_MS = 20

/** Many visitors of a site, each with an address of its own, as a proxy in front tells it. */
export class Crowd {
  asked = 0
  /** by status; 0: none came */
  readonly answers = new Map<number, number>()
  /** answers that are not right, the first of them */
  readonly odd: string[] = []
  wrong = 0
  #waiting = 0
  #isLeaving = false
  readonly #agent = new Agent({ keepAlive: true, maxSockets: MOST_WAITING })

  constructor(
    readonly site: string,
    readonly next: () => Ask,
  ) {}

  /** Answers a second when so many ask one thing after the other. */
  async capacity(visitors: number, forMs: number): Promise<number> {
    const until = performance.now() + forMs
    let answered = 0
    const visit = async () => {
      while (performance.now() < until) {
        await this.#ask(this.next())
        answered++
      }
    }
    await Promise.all(Array.from({ length: visitors }, visit))
    return (answered / forMs) * 1_000
  }

  /** So many come a second, whether or not those before them were answered. Answers how many a second it was. */
  async come(perSecond: number, forMs: number): Promise<number> {
    const began = performance.now()
    const before = this.asked
    let due = 0
    for (let now = began; now < began + forMs; now = performance.now()) {
      due = Math.min(((now - began) / 1_000) * perSecond - (this.asked - before), MOST_WAITING - this.#waiting)
      for (; due >= 1; due--) void this.#ask(this.next())
      await sleep(TURN_MS)
    }
    return ((this.asked - before) / (performance.now() - began)) * 1_000
  }

  /** Everybody goes, answered or not. */
  async leave(): Promise<void> {
    this.#isLeaving = true
    this.#agent.destroy()
    while (this.#waiting > 0) await sleep(TURN_MS)
  }

  #ask(ask: Ask): Promise<void> {
    this.asked++
    this.#waiting++
    const { method = 'GET', path, headers = {}, body } = ask
    return new Promise<void>((done) => {
      let hasEnded = false
      const end = (status: number, retryAfter?: string) => {
        if (hasEnded) return
        hasEnded = true
        this.#waiting--
        this.#note(ask, status, retryAfter)
        done()
      }
      const sent = request(this.site + path, { agent: this.#agent, method, headers, timeout: PATIENCE_MS }, (answer) => {
        answer.resume()
        answer.on('end', () => end(answer.statusCode ?? 0, answer.headers['retry-after']))
        answer.on('close', () => end(0))
      })
      sent.on('timeout', () => sent.destroy())
      sent.on('error', () => end(0))
      sent.end(body)
    })
  }

  #note({ path, right }: Ask, status: number, retryAfter: string | undefined): void {
    if (status === 0 && this.#isLeaving) return
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1)
    if (status === 304 || right.includes(status)) return
    if ((status === 503 || status === 429) && retryAfter !== undefined) return
    this.wrong++
    if (this.odd.length < 20) this.odd.push(`${status} of ${path}`)
  }
}
