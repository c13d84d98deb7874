import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface SlowLine {
  url: string
  close(): Promise<void>
}

/**
 * A line of so long a round trip to a site, as wide as one likes: a new connection costs one, a request one. Browsers' own slow lines
 * do not hold what is fetched ahead. `without`: headers of answers that get lost on it, lower case.
 */
export async function openSlowLine(site: string, roundTripMs: number, without: readonly string[] = []): Promise<SlowLine> {
  const connected = new WeakSet<Socket>()
  const server = createServer(async ({ socket, url, method, headers }, res) => {
    await sleep(connected.has(socket) ? roundTripMs / 2 : roundTripMs * 1.5)
    connected.add(socket)
    const asked = request(site + url, { method, headers }, async (answer) => {
      await sleep(roundTripMs / 2)
      for (const name of without) delete answer.headers[name]
      answer.pipe(res.writeHead(answer.statusCode ?? 500, answer.headers))
    })
    asked.on('error', () => res.destroy()).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
