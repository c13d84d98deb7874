import { createHmac, timingSafeEqual } from 'node:crypto'
import { authSecret } from './auth-secret'
import { config } from './config'

/** `__Host-` binds a cookie to this very host over TLS; a first start on a home network has none. */
export const cookiePrefix = (): string => `${config().SITE_URL.startsWith('https:') ? '__Host-' : ''}broadsheet`

/**
 * The token in a session cookie that this paper signed: `token.signature`, HMAC-SHA256 in Base64, as better-auth writes it. Null for
 * what anybody made up: the database is not asked for that.
 */
export function sessionToken(cookies: string | null | undefined): string | null {
  const name = `${cookiePrefix()}.session=`
  const pair = (cookies ?? '').split(/;\s*/).find((part) => part.startsWith(name))
  const value = pair && decoded(pair.slice(name.length))
  const at = value ? value.lastIndexOf('.') : -1
  if (!value || at < 1) return null
  const token = value.slice(0, at)
  const given = Buffer.from(value.slice(at + 1), 'base64')
  const signature = createHmac('sha256', authSecret()).update(token).digest()
  return given.length === signature.length && timingSafeEqual(given, signature) ? token : null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
