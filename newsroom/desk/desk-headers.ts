import { strictTransport } from '@/newsroom/strict-transport'
import { TRUSTED_TYPES } from './trusted-types'

/** What guards a page of the desk. Scripts run by their nonce only (CSP 3 `strict-dynamic`), and what they load. */
export interface Guard {
  nonce: string
  /** Next's development server evaluates, and reloads over a web socket */
  development: boolean
  /** whether the site is https */
  secure: boolean
  /** whether every name below the site's is, too */
  subdomains: boolean
}

/** Of the editor's library: it parses a clipboard in a document that is shown nowhere. */
const CLIPBOARD = 'ProseMirrorClipboard'

export function deskPolicy({ nonce, development, secure }: Omit<Guard, 'subdomains'>): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Pop-ups and the editor place things by style attributes, which no nonce covers.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${development ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    // The development server evaluates text.
    ...(development
      ? []
      : ["require-trusted-types-for 'script'", `trusted-types ${[...Object.values(TRUSTED_TYPES), CLIPBOARD].join(' ')}`]),
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** The headers of every page of the desk, its policy among them. */
export function deskHeaders(guard: Guard): Record<string, string> {
  return {
    'Content-Security-Policy': deskPolicy(guard),
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    // Links in mails carry tokens: no address of the desk leaves it.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    ...(guard.secure ? { 'Strict-Transport-Security': strictTransport(guard.subdomains) } : {}),
  }
}
