import { type NextRequest, NextResponse } from 'next/server'
import { deskHeaders } from '@/newsroom/desk/desk-headers'
import { config as settings } from '@/server/config'

/**
 * Puts guarding headers on the desk's pages, and nothing else: who may see what is asked where it is read. Next takes the nonce for
 * its own scripts from the policy in the request's headers.
 */
export function proxy(request: NextRequest): NextResponse {
  const guard = deskHeaders({
    nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'),
    development: process.env.NODE_ENV === 'development',
    secure: settings().SITE_URL.startsWith('https:'),
    subdomains: settings().HSTS_SUBDOMAINS,
  })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', guard['Content-Security-Policy'] ?? '')
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(guard)) response.headers.set(name, value)
  return response
}

export const config = {
  // A body that passes here is held in memory, and cut at ten megabytes: what brings one is matched as a form of a page only.
  matcher: [
    {
      source: '/admin/:path*',
      missing: [
        { type: 'header', key: 'content-type' },
        { type: 'header', key: 'content-length' },
        { type: 'header', key: 'transfer-encoding' },
      ],
    },
    { source: '/admin/:path*', has: [{ type: 'header', key: 'accept', value: '.*text/html.*' }] },
  ],
}
