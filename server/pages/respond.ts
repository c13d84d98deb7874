import type { IncomingMessage, ServerResponse } from 'node:http'
import { chooseCoding } from './encodings'
import { withoutEdgeLife } from './headers'
import { bodyOf, type Page } from './page'
import { precondition, sendPreconditionFailed } from './precondition'
import { mayGoWhole, sendWhole } from './send-whole'

/** Marks an answer that could not be checked against the newest state (RFC 9111 named its warning 110). */
const STALE = ['X-Broadsheet-Stale', '1', 'Warning', '110 - "Response is Stale"']

const marked = (list: readonly string[]) => [...withoutEdgeLife(list), ...STALE]

/** Sends a kept page: the coding the visitor takes, 304 where they have it already, no body for HEAD. */
export function sendPage(req: IncomingMessage, res: ServerResponse, page: Page, stale: boolean): void {
  const wanted = chooseCoding(req.headers['accept-encoding'] as string | undefined)
  const { etag, full, notModified, whole } = page.representations[wanted] ?? page.representations.identity
  // Conditions are for what would be sent with 200: a missing page is missing for whoever has it already.
  const met = page.status === 200 ? precondition(req.headers, etag) : null
  if (met === 412) return void sendPreconditionFailed(res)
  if (met === 304) {
    res.writeHead(304, stale ? marked(notModified) : notModified).end()
    return
  }
  if (whole && !stale && req.method === 'GET' && mayGoWhole(res)) {
    sendWhole(res, page.status, whole)
    return
  }
  res.writeHead(page.status, stale ? marked(full) : full)
  if (req.method === 'HEAD') res.end()
  else res.end(bodyOf(page, wanted))
}
