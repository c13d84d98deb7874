import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What the way to a database does with those who are on it. */
export type Way = 'open' | 'stopped' | 'hanging' | 'resetting' | 'slow'

const LATENCY_MS = 2_000

/** A way to a database that can be broken: everything goes through it, and nothing knows. */
export class FaultProxy {
  #way: Way = 'open'
  readonly #server: Server
  readonly #pairs = new Set<[Socket, Socket]>()

  private constructor(
    server: Server,
    public target: { host: string; port: number },
  ) {
    this.#server = server
  }

  static async open(target: { host: string; port: number }): Promise<FaultProxy> {
    const server = createServer()
    const proxy = new FaultProxy(server, target)
    server.on('connection', (client) => proxy.#join(client))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** From now on. Who was on the way is cut off where it is stopped or resetting, and waits where it hangs. */
  set(way: Way): void {
    this.#way = way
    if (way === 'stopped' || way === 'resetting') this.cut()
    for (const pair of this.#pairs) for (const socket of pair) way === 'hanging' ? socket.pause() : socket.resume()
  }

  cut(): void {
    for (const [client, server] of this.#pairs) {
      client.resetAndDestroy()
      server.destroy()
    }
    this.#pairs.clear()
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #join(client: Socket): void {
    client.on('error', () => {})
    if (this.#way === 'stopped' || this.#way === 'resetting') return void client.resetAndDestroy()
    const server = connect(this.target)
    const pair: [Socket, Socket] = [client, server]
    this.#pairs.add(pair)
    server.on('error', () => client.resetAndDestroy())
    this.#pipe(client, server)
    this.#pipe(server, client)
    if (this.#way === 'hanging') for (const socket of pair) socket.pause()
    for (const [one, other] of [pair, pair.toReversed()] as [Socket, Socket][]) {
      one.on('close', () => {
        other.destroy()
        this.#pairs.delete(pair)
      })
    }
  }

  #pipe(from: Socket, to: Socket): void {
    from.setNoDelay(true)
    // Nothing overtakes what was said before, when the way was slow.
    let said = Promise.resolve()
    from.on('data', (bytes) => {
      // Only on the way back, so that a question takes this long once.
      const isLate = this.#way === 'slow' && from.remotePort === this.target.port
      const dueMs = performance.now() + (isLate ? LATENCY_MS : 0)
      said = said.then(() => sleep(Math.max(0, dueMs - performance.now()))).then(() => void (to.writable && to.write(bytes)))
    })
    from.on('end', () => said.then(() => to.end()))
  }
}
