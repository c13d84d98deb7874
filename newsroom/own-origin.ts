import { isAddress, isPrivate } from './network-address'

export interface Sender {
  /** the Origin header */
  origin: string | null
  /** the Host header */
  host: string | null
  /** Sec-Fetch-Site: browsers that send it cannot be made to lie */
  fetchSite: string | null
  /** who asks; null: not known */
  address: string | null
}

export interface OwnSite {
  /** of SITE_URL */
  origin: string
  /** whether SITE_URL was given: then no other origin is ours */
  certain: boolean
}

/**
 * Whether a request that changes something comes from a page of this site. Without SITE_URL the site does not know its own name
 * yet: then the name it was called by counts, for visitors from this machine or a private network only.
 */
export function isOwnOrigin({ origin, host, fetchSite, address }: Sender, site: OwnSite): boolean {
  if (origin === null) return fetchSite === 'same-origin' && (site.certain || isAtHome(host, address))
  if (origin === site.origin) return true
  if (site.certain || host === null) return false
  return (origin === `http://${host}` || origin === `https://${host}`) && isAtHome(host, address)
}

/** Next by itself does not tell who asks; then the site must have been called by a number or as localhost, which no stranger's page can. */
function isAtHome(host: string | null, address: string | null): boolean {
  if (address !== null) return isPrivate(address)
  const name = (host ?? '').replace(/:\d+$/, '')
  return name === 'localhost' || (isAddress(name) && isPrivate(name))
}
