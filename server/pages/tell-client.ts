import type { IncomingMessage } from 'node:http'
import { clientAddress } from '@/newsroom/client-address'
import { isInside } from '@/newsroom/network-address'
import { clientHeader } from '@/server/client-header'
import { config } from '@/server/config'

/** Who asks, as far as the socket and trusted proxies can tell; X-Forwarded-For counts from TRUSTED_PROXIES only. */
export function whoAsks(req: IncomingMessage): string | null {
  const forwarded = req.headers['x-forwarded-for']
  return clientAddress({
    remote: remoteOf(req),
    forwardedFor: Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    trustedProxies: config().TRUSTED_PROXIES ?? [],
  })
}

/** Whoever hung up leaves a request without a socket, whatever its type says. */
const remoteOf = ({ socket }: { socket: IncomingMessage['socket'] | null }) => socket?.remoteAddress

/** Whether the other end of the connection is one of TRUSTED_PROXIES: what it says of a request is believed. */
export function isTrustedPeer(req: IncomingMessage): boolean {
  const remote = remoteOf(req)
  return remote !== undefined && (config().TRUSTED_PROXIES ?? []).some((network) => isInside(remote, network))
}

/**
 * Tells Next who asks, in a header whose name no visitor knows. A request that has it already was handed on by Next itself, for an
 * action that stands on another page: who asks is still the one who asked first.
 */
export function tellClient(req: IncomingMessage): void {
  const name = clientHeader()
  if (typeof req.headers[name] !== 'string') req.headers[name] = whoAsks(req) ?? ''
}

/** What of `x-…` the desk's pages send. */
const OURS: ReadonlySet<string> = new Set(['x-file-name'])
/** Next and what stands before it give each other orders by headers: where a request leads, whom it is for, what is skipped. */
const ORDERS = /^(?:x-|forwarded$|next-resume)/

/** Tells Next who asks, and leaves it no header by which a visitor could give it orders; what Next handed on carries its own. */
export function letThrough(req: IncomingMessage): void {
  const name = clientHeader()
  if (req.headers[name] !== undefined) return
  tellClient(req)
  for (const each of Object.keys(req.headers)) if (ORDERS.test(each) && !OURS.has(each) && each !== name) delete req.headers[each]
}
