import { randomUUID } from 'node:crypto'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { PrismaClient } from '@/generated/prisma/client'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/newsroom/password'
import { authSecret } from '@/server/auth-secret'
import { clientHeader } from '@/server/client-header'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { log } from '@/server/log'
import { hashPassword, passwordMatches } from '@/server/password-hash'
import { cookiePrefix } from '@/server/session-cookie'
import { ABSOLUTE_MS } from '@/server/session-limits'
import { guardedAdapter } from './guarded-adapter'
import { limits } from './limits'
import { sessions } from './session-plugin'

export type Auth = ReturnType<typeof createAuth>

/** One for a database; tests change theirs. */
const made = new WeakMap<PrismaClient, Auth>()

export function auth(): Auth {
  const known = made.get(db())
  if (known) return known
  const fresh = createAuth()
  made.set(db(), fresh)
  return fresh
}

/** Sign-in for staff: nobody signs up, nobody comes from elsewhere. Limits are our own (limits.ts). */
function createAuth() {
  const { SITE_URL, SITE_NAME } = config()
  const secure = SITE_URL.startsWith('https:')
  const adapter = prismaAdapter(db(), { provider: 'postgresql', transaction: true })
  return betterAuth({
    appName: SITE_NAME,
    baseURL: SITE_URL,
    secret: authSecret(),
    database: (options: BetterAuthOptions) => guardedAdapter(adapter(options)),
    user: {
      modelName: 'staff',
      additionalFields: { disabledAt: { type: 'date', required: false, input: false, returned: false } },
    },
    // The row says when it was last seen: idle sessions end by that (session.ts), all of them at expiresAt.
    session: { expiresIn: ABSOLUTE_MS / 1000, disableSessionRefresh: true, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: ({ hash, password }) => passwordMatches(hash, password) },
    },
    plugins: [twoFactor({ issuer: SITE_NAME }), limits(), sessions()],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(),
      cookies: { session_token: { name: `${cookiePrefix()}.session` } },
      defaultCookieAttributes: { secure, sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [clientHeader()], ipv6Subnet: 128 },
      database: { generateId: () => randomUUID() },
      // Route and actions ask fromOwnOrigin: one rule, which also knows a site without SITE_URL.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    // Refusals are told in sign-in.ts; a failure of ours goes to our log.
    onAPIError: {
      onError: (error) => {
        if (!(error instanceof APIError)) log().error({ error: String(error) }, 'the sign-in failed')
      },
    },
    logger: { level: 'error', log: (level, message) => log()[level === 'error' ? 'error' : 'debug']({ from: 'auth' }, message) },
  })
}
