import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseCoding } from './encodings'
import { withoutEdgeLife } from './headers'
import type { Page } from './page'

/** Marks an answer that could not be checked against the newest state (RFC 9111 named its warning 110). */
const STALE = ['X-Broadsheet-Stale', '1', 'Warning', '110 - "Response is Stale"']

const marked = (list: readonly string[]) => [...withoutEdgeLife(list), ...STALE]

/** Sends a kept page: the coding the visitor takes, 304 where they have it already, no body for HEAD. */
export function sendPage(req: IncomingMessage, res: ServerResponse, page: Page, stale: boolean): void {
  const wanted = chooseCoding(req.headers['accept-encoding'] as string | undefined)
  const coding = page.bodies[wanted] ? wanted : 'identity'
  const head = page.heads[coding] ?? page.heads.identity
  const body = page.bodies[coding] ?? page.bodies.identity
  if (!head) throw new Error(`page ${page.key} has no head`)
  if (page.status === 200 && matches(req.headers['if-none-match'], head.etag)) {
    res.writeHead(304, stale ? marked(head.notModified) : head.notModified).end()
    return
  }
  res.writeHead(page.status, stale ? marked(head.full) : head.full)
  if (req.method === 'HEAD') res.end()
  else res.end(body)
}

/** `If-None-Match` (RFC 9110 §13.1.2): `*` or a list, compared weakly. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header === etag || header.trim() === '*') return true
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag)
}
