import type { IncomingMessage } from 'node:http'
import { clientAddress } from '@/newsroom/client-address'
import { clientHeader } from '@/server/client-header'
import { config } from '@/server/config'

/** Tells Next who asks, in a header whose name no visitor knows; X-Forwarded-For counts from TRUSTED_PROXIES only. */
export function tellClient(req: IncomingMessage): void {
  const forwarded = req.headers['x-forwarded-for']
  const address = clientAddress({
    remote: req.socket.remoteAddress,
    forwardedFor: Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    trustedProxies: config().TRUSTED_PROXIES ?? [],
  })
  req.headers[clientHeader()] = address ?? ''
}
