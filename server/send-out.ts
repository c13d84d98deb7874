import { isLoopback } from '@/newsroom/network-address'
import { retryAfterMs } from '@/newsroom/push/retry'
import type { PushAnswer } from '@/newsroom/push/verdict'
import { bodyOf, checkedRequest } from './checked-request'
import { config } from './config'
import { isPublicAddress } from './public-address'

const TIMEOUT_MS = 10_000
const MOST_BYTES = 16_000

export interface Outgoing {
  url: string
  body: string
  headers: Record<string, string>
}

/** Posts to somebody on the public internet, follows no redirect, waits ten seconds at most; what cannot be reached throws with a reason. */
export async function sendOut({ url, body, headers }: Outgoing): Promise<PushAnswer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const length = { 'content-length': String(Buffer.byteLength(body)) }
  const response = await checkedRequest(new URL(url), {
    method: 'POST',
    headers: { ...headers, ...length },
    body,
    signal,
    isAllowed: isAllowedOut,
  })
  const bytes = await bodyOf(response, { mostBytes: MOST_BYTES, cut: true })
  return {
    status: response.statusCode ?? 0,
    text: bytes.toString(),
    retryAfterMs: retryAfterMs(response.headers['retry-after'], new Date()),
  }
}

const isAllowedOut = (address: string) => isPublicAddress(address) || (config().PUSH_TO_LOOPBACK && isLoopback(address))
