import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address'

/** Whether an IP address may be connected to. */
export type IsAllowed = (address: string) => boolean

export interface CheckedRequest {
  method?: 'GET' | 'POST' | 'PURGE'
  headers?: Record<string, string>
  body?: string
  signal: AbortSignal
  /** by default the public internet only */
  isAllowed?: IsAllowed
}

/**
 * Asks a host on the public internet, and no other: its name is resolved once, checked, and connected to at the very address that
 * was checked, so that no name can lead into our own network. Redirects are the caller's to follow, each through here again.
 */
export async function checkedRequest(url: URL, asked: CheckedRequest): Promise<IncomingMessage> {
  const { method = 'GET', headers = {}, body, signal, isAllowed = isPublicAddress } = asked
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(`${url.protocol} is not fetched`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!isAllowedPort(url.port)) throw new Error(`port ${url.port} is not fetched`)
  if (isIP(host) && !isAllowed(host)) throw new Error(`${host} is no public address`)
  const open = url.protocol === 'https:' ? requestHttps : requestHttp
  const options = {
    method,
    signal,
    lookup: checkedLookup(isAllowed),
    agent: false,
    headers: { 'user-agent': 'Broadsheet', ...headers },
  }
  return await new Promise((resolve, reject) => {
    open(url, options, resolve)
      .on('error', (error) => reject(isLate(error) ? new Error(`${url.host} takes too long`) : error))
      .end(body)
  })
}

/** Everything that came, up to so many bytes; `cut`: what is longer is cut off, else it is an error. */
export async function bodyOf(
  response: IncomingMessage,
  { mostBytes, cut }: { mostBytes: number; cut?: boolean },
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    chunks.push(chunk)
    if (bytes <= mostBytes) continue
    response.destroy()
    if (cut) break
    throw new Error(`larger than ${mostBytes / 1e6} MB`)
  }
  return Buffer.concat(chunks).subarray(0, mostBytes)
}

const isLate = (error: Error) => error.name === 'AbortError' || error.name === 'TimeoutError'

/** Services of other protocols that a request could talk to: among the high ports those of the Fetch standard's list (§2.9). */
const OTHER_SERVICES = new Set([1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669])

function isAllowedPort(text: string): boolean {
  const port = Number(text)
  return text === '' || port === 80 || port === 443 || (port > 1023 && !OTHER_SERVICES.has(port))
}

/** Resolves as usual, and lets only allowed addresses through to the connection. */
function checkedLookup(isAllowed: IsAllowed): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '')
      const [first, ...rest] = addresses.filter(({ address }) => isAllowed(address))
      if (!first) return done(new Error(`${host} is no public address`), '')
      if (options.all) return done(null, [first, ...rest])
      done(null, first.address, first.family)
    })
  }
}
