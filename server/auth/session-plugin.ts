import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** A session for somebody whom we know already, by a passkey or a link. No address leads here: only code of the server calls it. */
export const sessions = () =>
  ({
    id: 'sessions',
    endpoints: {
      beginSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ staffId: z.string() }), requireHeaders: true },
        async (ctx) => {
          const { internalAdapter } = ctx.context
          const user = await internalAdapter.findUserById(ctx.body.staffId)
          const session = user && (await internalAdapter.createSession(user.id, false))
          if (!session) throw new APIError('UNAUTHORIZED')
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ staffId: user.id })
        },
      ),
    },
  }) satisfies BetterAuthPlugin
