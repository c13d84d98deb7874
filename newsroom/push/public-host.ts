import { isAddress, isPrivate } from '@/newsroom/network-address'

const LOCAL = /(?:^|\.)(?:localhost|local|internal|lan|home|intranet)$/

/** Whether a host of an address can be somebody else’s on the internet, by its name alone; what the name leads to is checked when it is asked. */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (isAddress(host)) return !isPrivate(host) && host !== '0.0.0.0' && host !== '[::]'
  return host.includes('.') && !LOCAL.test(host)
}
