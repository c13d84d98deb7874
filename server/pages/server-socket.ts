import type { Server } from 'node:http'

/** A stop waits so long for answers under way, then cuts them. */
const STOP_LIMIT_MS = 8_000

/** The address is taken, or not ours to listen on: fit to be printed as it is. */
export class ListenError extends Error {
  override name = 'ListenError'
}

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
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new ListenError(explain(error, port, host))))
    server.listen(port, host, resolve)
  })
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE')
    return `端口 ${port} 已被占用，请用 PORT=… 换一个 / port ${port} is in use: set PORT to another one`
  if (error.code === 'EACCES') return `没有权限使用端口 ${port} / not allowed to listen on port ${port}`
  return `无法监听 ${host}:${port} / cannot listen on ${host}:${port}: ${error.message}`
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
