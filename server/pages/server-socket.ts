import { once } from 'node:events'
import type { Server } from 'node:http'

/** A stop waits so long for answers under way, then cuts them. */
const STOP_LIMIT_MS = 6_000

/** Whoever sends or reads by drops holds a connection for a minute or two, not for ever. */
export function limitSlowClients(server: Server): void {
  server.headersTimeout = 15_000
  server.requestTimeout = 120_000
  server.timeout = 120_000
  // Longer than the minute a proxy in front keeps an idle connection, so that it never writes into a closed one.
  server.keepAliveTimeout = 72_000
  server.maxRequestsPerSocket = 0
}

export async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

/** Takes no new connection, lets answers under way end, then cuts what is left. */
export async function stopServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), STOP_LIMIT_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
