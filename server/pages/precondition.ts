import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { type ByteRange, readRange } from './byte-range'

/**
 * What the conditions of a GET or HEAD lead to (RFC 9110 §13.2.2): 412, 304, or null where the answer is to be sent. Conditions by
 * date are passed over, as they must be where nothing says when it was changed.
 */
export function precondition(headers: IncomingHttpHeaders, etag: string): 304 | 412 | null {
  const ifMatch = headers['if-match']
  if (ifMatch !== undefined && !isSame(ifMatch, etag)) return 412
  return matches(headers['if-none-match'], etag) ? 304 : null
}

/** `If-Match` compares strongly: `W/` is never the same. */
const isSame = (header: string, etag: string) =>
  header.trim() === '*' || header.split(',').some((candidate) => candidate.trim() === etag)

export function sendPreconditionFailed(res: ServerResponse): void {
  res.writeHead(412, ['Cache-Control', 'no-store', 'Content-Length', '0']).end()
}

/** `If-None-Match` (RFC 9110 §13.1.2): `*` or a list, compared weakly. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag || header.trim() === '*') return true
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag)
}

/** Ranges are for GET only, and for whoever has the beginning of this very file (RFC 9110 §14.2, §13.1.5). */
export function wantedPart(req: IncomingMessage, etag: string, sizeBytes: number): ByteRange | 'unsatisfiable' | null {
  const ifRange = req.headers['if-range']
  const wanted = req.method === 'GET' && (ifRange === undefined || ifRange === etag)
  return wanted ? readRange(req.headers.range, sizeBytes) : null
}

/** Not to be kept by anyone for a year in the file's place. */
export function refusePart(res: ServerResponse, sizeBytes: number): void {
  res.writeHead(416, ['Content-Range', `bytes */${sizeBytes}`, 'Content-Length', '0', 'Cache-Control', 'no-store']).end()
}
