import { isAddress, isInside } from './network-address'

export interface Connection {
  /** of the socket */
  remote: string | undefined
  /** X-Forwarded-For as it came, all of its lines joined by commas */
  forwardedFor: string | undefined
  /** addresses and networks whose word about others is believed */
  trustedProxies: readonly string[]
}

/**
 * Who really asks: the socket's other end, unless that is a trusted proxy; then the last address in X-Forwarded-For that is none.
 * Whatever a visitor writes in front of that is only their word. Null: not to be known.
 */
export function clientAddress({ remote, forwardedFor, trustedProxies }: Connection): string | null {
  const isTrusted = (address: string) => trustedProxies.some((network) => isInside(address, network))
  const chain = (forwardedFor ?? '').split(',').map((part) => part.trim())
  let client = remote && isAddress(remote) ? remote : null
  while (client !== null && isTrusted(client)) {
    const before = chain.pop()
    if (!before || !isAddress(before)) break
    client = before
  }
  return client
}
