import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import { Server as SocketServer } from 'node:net'
import type { Duplex } from 'node:stream'
import { unescapedAddress } from '@/newsroom/unescaped-address'
import { leastHeaders, ON_HTML } from './headers'
import { PLAIN_CSP, type PlainStatus, plainHtml } from './plain-page'

/** A stop waits so long for answers under way, then cuts them. */
const STOP_LIMIT_MS = 6_000

/** How long whoever sends or reads by drops, or says nothing, holds a connection; `checkMs`: how often Node looks (`createServer`). */
export const SLOW_CLIENTS = {
  headMs: 15_000,
  requestMs: 120_000,
  silentMs: 120_000,
  // Longer than the minute a proxy in front keeps an idle connection, so that it never writes into a closed one.
  keepMs: 72_000,
  checkMs: 5_000,
}
/** Each costs some kilobytes; more than this is nobody's readership, and a process has only so many files. */
const MOST_CONNECTIONS = 10_000

export function limitSlowClients(server: Server, { headMs, requestMs, silentMs, keepMs } = SLOW_CLIENTS): void {
  server.headersTimeout = headMs
  server.requestTimeout = requestMs
  server.timeout = silentMs
  server.keepAliveTimeout = keepMs
  server.maxRequestsPerSocket = 0
  server.maxConnections = MOST_CONNECTIONS
}

const UNREADABLE: Record<string, readonly [PlainStatus, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
}

/** What Node tells of what it could not read. */
interface Unreadable extends NodeJS.ErrnoException {
  rawPacket?: Buffer
  bytesParsed?: number
}

const NOTHING = Buffer.alloc(0)

/**
 * What is no HTTP, or more of it than a server reads (16 kB before the body), is answered in words too, and so is another protocol.
 * An address in plain letters is led to its spelling.
 */
export function answerUnreadable(server: Server, locale: string, siteUrl: string): void {
  const guard = [...leastHeaders(siteUrl).with(-1, PLAIN_CSP), ...ON_HTML]
  const lines = guard.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${guard[at + 1]}`] : []))
  server.on('upgrade', (_req, socket) => {
    socket.end(`HTTP/1.1 400 Bad Request\r\n${[...lines, 'Connection: close', 'Content-Length: 0'].join('\r\n')}\r\n\r\n`)
  })
  server.on('clientError', (error: Unreadable, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
    const meant = error.code === 'HPE_INVALID_URL' && unescapedAddress(error.rawPacket ?? NOTHING, error.bytesParsed ?? 0)
    if (meant) {
      const head = [`Location: ${meant}`, 'Content-Length: 0', ...lines, 'Connection: close']
      return void socket.end(`HTTP/1.1 308 Permanent Redirect\r\n${head.join('\r\n')}\r\n\r\n`)
    }
    const [status, phrase] = UNREADABLE[error.code ?? ''] ?? ([400, 'Bad Request'] as const)
    const body = plainHtml(status, locale)
    const head = [
      'Content-Type: text/html; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: private, no-store',
      ...lines,
      'Connection: close',
    ]
    socket.end(`HTTP/1.1 ${status} ${phrase}\r\n${head.join('\r\n')}\r\n\r\n${body}`)
  })
}

export async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

/** So long connections that are used now and then are told, with their next answer, to go elsewhere. */
const DRAIN_MS = 3_000

/**
 * Takes no new connection, and closes each behind its next answer: whoever keeps one open is never cut off in the middle of asking.
 * For a process in whose place another serves already.
 */
export async function drainServer(server: Server): Promise<void> {
  server.prependListener('request', (_req, res: ServerResponse) => {
    res.shouldKeepAlive = false
  })
  await new Promise<void>((resolve) => {
    const cut = setTimeout(resolve, DRAIN_MS)
    // An HTTP server's own close would cut idle connections at once, into which somebody may just be writing.
    SocketServer.prototype.close.call(server, () => {
      clearTimeout(cut)
      resolve()
    })
  })
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
