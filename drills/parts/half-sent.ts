import { type ClientRequest, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Desk } from './desk'

/** Something the desk is just sending: its head is taken, half of its body is on the way. */
export class HalfSent {
  readonly #answer: Promise<{ status: number; text: string }>

  private constructor(
    readonly request: ClientRequest,
    readonly rest: Buffer,
  ) {
    this.#answer = new Promise((done) => {
      request.on('response', (answer) =>
        text(answer).then(
          (body) => done({ status: answer.statusCode ?? 0, text: body }),
          (error: Error) => done({ status: 0, text: error.message }),
        ),
      )
      request.on('error', ({ message }) => done({ status: 0, text: message }))
    })
  }

  /** Resolves when the site has taken its head. */
  static async begin(desk: Desk, method: string, path: string, body: Buffer, more: Record<string, string> = {}) {
    const headers = { 'content-type': 'application/json', ...more, cookie: desk.cookie, origin: desk.site }
    const expecting = { ...headers, 'content-length': body.length, expect: '100-continue' }
    const sent = request(desk.site + path, { method, headers: expecting, agent: false })
    const half = Math.floor(body.length / 2)
    const made = new HalfSent(sent, body.subarray(half))
    await new Promise<void>((resolve) => {
      sent.on('continue', resolve)
      sent.on('error', () => resolve())
      sent.flushHeaders()
    })
    await new Promise((resolve) => sent.write(body.subarray(0, half), resolve))
    return made
  }

  async finish(): Promise<{ status: number; text: string }> {
    this.request.end(this.rest)
    return await this.#answer
  }

  cut(): void {
    this.request.destroy()
  }
}
