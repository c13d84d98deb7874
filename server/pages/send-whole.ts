import { type ServerResponse, STATUS_CODES, validateHeaderValue } from 'node:http'
import type { HeaderList } from './page'
import { SLOW_CLIENTS } from './server-socket'

/** Head and body as they go over the wire, in memory of their own: a slice would hold the whole block it was cut from. */
export interface Whole {
  bytes: Buffer
  bodyAt: number
  dateAt: number
  /** of the date that stands in it, since the epoch */
  second: number
}

const KEEP_ALIVE = `\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(SLOW_CLIENTS.keepMs / 1_000)}\r\n\r\n`
const NO_DATE = new Date(0).toUTCString()

export function makeWhole(status: number, headers: HeaderList, body: Uint8Array): Whole {
  const lines = headers.map((text, at) => {
    if (at % 2 === 0) return `${text}: `
    validateHeaderValue(headers[at - 1] as string, text)
    return `${text}\r\n`
  })
  const beforeDate = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}Date: `
  const head = beforeDate + NO_DATE + KEEP_ALIVE
  const bytes = Buffer.allocUnsafeSlow(head.length + body.length)
  bytes.write(head, 'latin1')
  bytes.set(body, head.length)
  return { bytes, bodyAt: head.length, dateAt: beforeDate.length, second: 0 }
}

export const bodyIn = ({ bytes, bodyAt }: Whole): Buffer => bytes.subarray(bodyAt)

/** Whether an answer may go out whole: nothing was said yet, the connection is its own and stays. */
export const mayGoWhole = (res: ServerResponse): boolean =>
  res.socket !== null && res.shouldKeepAlive && !res.headersSent && res.getHeaderNames().length === 0

/**
 * Sends head and body in one write, past what Node does for an answer that is put together piece by piece: it takes three fifths of the
 * processor. Node hears by the answer's `finish`, as of any other, that it is out, and goes on with the connection's next request.
 */
export function sendWhole(res: ServerResponse, status: number, whole: Whole): void {
  const second = Math.floor(Date.now() / 1_000)
  // An answer somebody still reads may show the newer date: it is as long, and as true.
  if (second !== whole.second) whole.bytes.write(new Date(second * 1_000).toUTCString(), whole.dateAt, 'latin1')
  whole.second = second
  res.statusCode = status
  res.socket?.write(whole.bytes, (error) => {
    if (!error) res.emit('finish')
  })
}
