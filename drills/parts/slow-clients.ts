import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sendRaw, written } from './raw'

const DROP_MS = 2_000
/** More than a server reads before the body. */
const HUGE = 20_000

/** Visitors who hold a server's connections: some send by drops, some read nothing, some send headers without end. */
export class SlowClients {
  /** connections that were opened, and heads that were too large */
  opened = 0
  /** answers to these that were no refusal */
  taken = 0
  readonly #sockets = new Set<Socket>()
  #isOver = false
  readonly #work: Promise<unknown>

  constructor(
    readonly site: string,
    readonly page: string,
    each: number,
  ) {
    const kinds = [() => this.#dropByDrop(), () => this.#readNothing(), () => this.#sendHuge()]
    this.#work = Promise.all(kinds.flatMap((kind, at) => Array.from({ length: at === 2 ? 2 : each }, () => this.#again(kind))))
  }

  async end(): Promise<void> {
    this.#isOver = true
    for (const socket of this.#sockets) socket.destroy()
    await this.#work
  }

  async #again(kind: () => Promise<void>): Promise<void> {
    while (!this.#isOver) {
      this.opened++
      await kind()
    }
  }

  #open(): Socket {
    const { hostname, port } = new URL(this.site)
    const socket = connect(Number(port), hostname)
    this.#sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => this.#sockets.delete(socket))
    return socket
  }

  async #dropByDrop(): Promise<void> {
    const socket = this.#open()
    socket.resume()
    for (const drop of `GET ${this.page} HTTP/1.1\r\nHost: ${new URL(this.site).host}\r\nX-Slow: ${'a'.repeat(500)}`) {
      if (this.#isOver || socket.destroyed) break
      socket.write(drop)
      await sleep(DROP_MS)
    }
    socket.destroy()
  }

  /** Asks for a page again and again and takes none of it from the line. */
  async #readNothing(): Promise<void> {
    const socket = this.#open()
    socket.pause()
    const asking = written(this.site, 'GET', this.page).replace('close', 'keep-alive')
    for (let asked = 0; asked < 30 && !this.#isOver && !socket.destroyed; asked++) {
      socket.write(asking)
      await sleep(DROP_MS)
    }
    socket.destroy()
  }

  async #sendHuge(): Promise<void> {
    const { status } = await sendRaw(this.site, written(this.site, 'GET', '/', { 'X-Big': 'a'.repeat(HUGE) }))
    if (status !== 431 && status !== 0) this.taken++
    await sleep(DROP_MS / 2)
  }
}
