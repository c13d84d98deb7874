import { shortNetwork } from './network-address'

/** What of requests may stand in a log that many people read. */

/** A link that opens something by itself: whoever reads it could use it. */
const BEARER_PATHS = /^(\/(?:preview(?:\/front-page)?|admin\/(?:invitation|reset))\/)[^/?#]+/
const LONGEST_PATH = 200

/** The path of a request target: what stands behind `?` is the visitor's own, a search above all. */
export function pathForLog(target: string): string {
  const [path = ''] = target.split(/[?#]/, 1)
  return path.slice(0, LONGEST_PATH).replace(BEARER_PATHS, '$1…')
}

/** How much of an address is kept: nothing, the network somebody is in, or all of it. */
export type AddressDetail = 'none' | 'network' | 'full'

export function addressForLog(address: string | null, detail: AddressDetail): string | undefined {
  if (address === null || detail === 'none') return undefined
  return detail === 'full' ? address : shortNetwork(address)
}

/** The password of an address with a name and a password in it; errors of databases and mail servers quote theirs. */
const PASSWORD_IN_URL = /((?<![a-z0-9+.-])[a-z0-9+.-]+:\/\/[^\s:/@"\\]*:)[^\s/@"\\]+(?=@)/gi
const SHORTEST_SECRET = 6

/** A line without the secrets of this site, and without passwords of any address. */
export function hideSecrets(line: string, secrets: readonly string[]): string {
  let hidden = line.replace(PASSWORD_IN_URL, '$1…')
  for (const secret of secrets) if (secret.length >= SHORTEST_SECRET) hidden = hidden.replaceAll(secret, '…')
  return hidden
}

/** An id that somebody in front gave a request; anything that does not look like one is none. */
const GIVEN_ID = /^[\w.:-]{8,128}$/
/** version 00, trace, span, flags (W3C Trace Context §3.2) */
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/

/** The id under which a trusted proxy knows a request; null: it said none. */
export function givenRequestId(headers: { requestId: string | undefined; traceparent: string | undefined }): string | null {
  if (headers.requestId !== undefined && GIVEN_ID.test(headers.requestId)) return headers.requestId
  return TRACEPARENT.exec(headers.traceparent ?? '')?.[1] ?? null
}
