import { lookup } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { get as getHttp } from 'node:http'
import { get as getHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address'

export interface FetchLimits {
  mostBytes: number
  timeoutMs: number
  mostRedirects: number
  isAllowed(address: string): boolean
}

const LIMITS: FetchLimits = { mostBytes: 10_000_000, timeoutMs: 10_000, mostRedirects: 5, isAllowed: isPublicAddress }

/**
 * The bytes of a picture on the public internet; throws with a reason fit for a report. Each hop's name is resolved once,
 * checked, and connected to at the very address that was checked, so that no name can lead into our own network.
 */
export async function fetchPicture(address: string, limits: Partial<FetchLimits> = {}): Promise<Buffer> {
  const { mostBytes, timeoutMs, mostRedirects, isAllowed } = { ...LIMITS, ...limits }
  const signal = AbortSignal.timeout(timeoutMs)
  let url = new URL(address)
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const response = await open(url, signal, isAllowed)
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && headers.location && URL.canParse(headers.location, url)) {
      response.destroy()
      url = new URL(headers.location, url)
      continue
    }
    if (statusCode !== 200) {
      response.destroy()
      throw new Error(`${url.host} answers ${statusCode}`)
    }
    return await bodyOf(response, mostBytes)
  }
  throw new Error(`more than ${mostRedirects} redirects`)
}

async function open(url: URL, signal: AbortSignal, isAllowed: FetchLimits['isAllowed']): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error(`${url.protocol} is not fetched`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isAllowed(host)) throw new Error(`${host} is no public address`)
  const get = url.protocol === 'https:' ? getHttps : getHttp
  const options = {
    signal,
    lookup: checkedLookup(isAllowed),
    agent: false,
    headers: { accept: 'image/*', 'user-agent': 'Broadsheet' },
  }
  return await new Promise((resolve, reject) => {
    get(url, options, resolve).on('error', (error) =>
      reject(error.name === 'AbortError' || error.name === 'TimeoutError' ? new Error(`${url.host} takes too long`) : error),
    )
  })
}

/** Resolves as usual, and lets only allowed addresses through to the connection. */
function checkedLookup(isAllowed: FetchLimits['isAllowed']): LookupFunction {
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

async function bodyOf(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new Error(`larger than ${mostBytes / 1e6} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
