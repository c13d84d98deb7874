import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** For tests: a wire to the database that can be cut, or go dead without anybody being told. */
export interface Wire {
  url: string
  /** What is connected hears nothing any more and is not closed; who connects now is served. */
  deaden(): void
  /** Whatever the database says arrives so much later; 0: at once. */
  slow(ms: number): void
  /** What is connected is closed, and nobody gets through. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function layWire(databaseUrl: string): Promise<Wire> {
  const to = new URL(databaseUrl)
  const pairs = new Set<[Socket, Socket]>()
  let isCut = false
  let latencyMs = 0
  const server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(Number(to.port), to.hostname)
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    near.pipe(far)
    // Nothing overtakes what was said before, when the wire was slower.
    let said = Promise.resolve()
    far.on('data', (bytes: Buffer) => {
      const dueMs = performance.now() + latencyMs
      said = said.then(() => sleep(Math.max(0, dueMs - performance.now()))).then(() => void near.write(bytes))
    })
    far.on('end', () => said.then(() => near.end()))
    // A last word, such as why nobody is let in, is said to its end.
    far.on('close', () => said.then(() => near.destroySoon()))
    far.on('error', () => near.destroy())
    near.on('error', () => far.destroy())
    near.on('close', () => {
      far.destroy()
      pairs.delete(pair)
    })
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
    slow: (ms) => {
      latencyMs = ms
    },
    close: async () => {
      end()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
