import type { IncomingMessage } from 'node:http'
import { clientAddress } from '@/newsroom/client-address'
import { isInside } from '@/newsroom/network-address'
import { clientHeader } from '@/server/client-header'
import { config } from '@/server/config'

/** Who asks, as far as the socket and trusted proxies can tell; X-Forwarded-For counts from TRUSTED_PROXIES only. */
export function whoAsks(req: IncomingMessage): string | null {
  const forwarded = req.headers['x-forwarded-for']
  return clientAddress({
    remote: req.socket.remoteAddress,
    forwardedFor: Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    trustedProxies: config().TRUSTED_PROXIES ?? [],
  })
}

/** Whether the other end of the connection is one of TRUSTED_PROXIES: what it says of a request is believed. */
export function isTrustedPeer(req: IncomingMessage): boolean {
  const remote = req.socket.remoteAddress
  return remote !== undefined && (config().TRUSTED_PROXIES ?? []).some((network) => isInside(remote, network))
}

/** Tells Next who asks, in a header whose name no visitor knows. */
export function tellClient(req: IncomingMessage): void {
  req.headers[clientHeader()] = whoAsks(req) ?? ''
}
