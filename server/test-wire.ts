import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** For tests: a wire to the database that can be cut, or go dead without anybody being told. */
export interface Wire {
  url: string
  /** What is connected hears nothing any more and is not closed; who connects now is served. */
  deaden(): void
  /** What is connected is closed, and nobody gets through. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function layWire(databaseUrl: string): Promise<Wire> {
  const to = new URL(databaseUrl)
  const pairs = new Set<[Socket, Socket]>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(Number(to.port), to.hostname)
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        other.destroy()
        pairs.delete(pair)
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.port = String((server.address() as AddressInfo).port)
  const end = () => {
    for (const socket of [...pairs].flat()) socket.destroy()
  }
  return {
    url: url.href,
    deaden: () => {
      for (const socket of [...pairs].flat()) socket.unpipe().pause()
    },
    cut: () => {
      isCut = true
      end()
    },
    mend: () => {
      isCut = false
    },
    close: async () => {
      end()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
