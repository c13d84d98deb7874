import { browserSupportsWebAuthn } from '@simplewebauthn/browser'

/** Why a passkey cannot be used here: a fault's code; null: it can. A key belongs to a name, so a site opened by a number has none. */
export function passkeyObstacle(): 'passkey-not-secure' | 'passkey-unsupported' | null {
  const hasName = /[a-z]/i.test(location.hostname) && !location.hostname.includes(':')
  if (!isSecureContext || !hasName) return 'passkey-not-secure'
  return browserSupportsWebAuthn() ? null : 'passkey-unsupported'
}
