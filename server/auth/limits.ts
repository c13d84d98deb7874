import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { type AttemptKey, countTry, forgiveTry, networkKey } from '@/server/attempts'
import { clientHeader } from '@/server/client-header'
import { newToken, tokenHash } from '@/server/link-token'
import { log } from '@/server/log'

const SIGN_IN = '/sign-in/email'
const TOTP = '/two-factor/verify-totp'
const BACKUP_CODE = '/two-factor/verify-backup-code'
const DEVICE_COOKIE_SECONDS = 365 * 86_400
/** A code is good for its half minute and the ones beside it. */
const CODE_MS = 120_000

/** Whatever leads to a session is counted before it is looked at, by whichever door it comes; a code works once. */
export const limits = (): BetterAuthPlugin => ({
  id: 'limits',
  hooks: {
    before: [{ matcher: isCounted, handler: createAuthMiddleware(async (ctx) => await beforeTry(ctx)) }],
    after: [
      {
        matcher: isCounted,
        handler: createAuthMiddleware(async (ctx) => {
          if (!(ctx.context.returned instanceof APIError)) await afterSuccess(ctx)
        }),
      },
    ],
  },
})

const isCounted = ({ path }: { path?: string }) => path === SIGN_IN || path === TOTP || path === BACKUP_CODE

async function beforeTry(ctx: GenericEndpointContext) {
  const waitSeconds = await countTry(await keysOf(ctx)).catch((error: unknown) => {
    // What cannot be counted is not tried.
    log().error({ error: String(error) }, 'tries to sign in cannot be counted')
    throw new APIError('SERVICE_UNAVAILABLE', { code: 'NOT_COUNTED' })
  })
  if (waitSeconds > 0) {
    throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_TRIES', waitSeconds }, { 'Retry-After': String(waitSeconds) })
  }
  if (ctx.path === SIGN_IN) return
  if (ctx.path === TOTP && !(await isFirstUse(ctx))) throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE' })
  // No device is excused from the second factor.
  return { context: { body: { code: String(ctx.body?.code ?? ''), trustDevice: false } } }
}

async function afterSuccess(ctx: GenericEndpointContext): Promise<void> {
  await forgiveTry(await keysOf(ctx))
  const session = ctx.context.newSession
  if (!session) return
  const cookie = ctx.context.createAuthCookie('device', { maxAge: DEVICE_COOKIE_SECONDS })
  const device = `${newToken()}!${tokenHash(session.user.email)}`
  await ctx.setSignedCookie(cookie.name, device, ctx.context.secret, cookie.attributes)
}

async function keysOf(ctx: GenericEndpointContext): Promise<AttemptKey[]> {
  const network = networkKey(ctx.headers?.get(clientHeader()) ?? null)
  return [ctx.path === SIGN_IN ? await passwordKey(ctx) : await codeKey(ctx), network]
}

/** A device that the account was signed in on before has a count of its own: nobody else's guessing locks its owner out. */
async function passwordKey(ctx: GenericEndpointContext): Promise<AttemptKey> {
  const account = tokenHash(
    String(ctx.body?.email ?? '')
      .trim()
      .toLowerCase(),
  )
  const cookie = await ctx.getSignedCookie(ctx.context.createAuthCookie('device').name, ctx.context.secret)
  const [device = '', owner] = cookie ? cookie.split('!') : []
  return owner === account ? `device:${tokenHash(device)}` : `account:${account}`
}

async function codeKey(ctx: GenericEndpointContext): Promise<AttemptKey> {
  return `code:${(await staffIdOf(ctx)) ?? 'nobody'}`
}

/** Who types a code: whoever gave the password just now, or somebody signed in who sets the second factor up. */
async function staffIdOf(ctx: GenericEndpointContext): Promise<string | null> {
  const cookie = await ctx.getSignedCookie(ctx.context.createAuthCookie('two_factor').name, ctx.context.secret)
  if (cookie) return (await ctx.context.internalAdapter.findVerificationValue(cookie))?.value ?? null
  return (await getSessionFromCtx(ctx))?.user.id ?? null
}

async function isFirstUse(ctx: GenericEndpointContext): Promise<boolean> {
  const staffId = await staffIdOf(ctx)
  if (!staffId) return true
  return await ctx.context.internalAdapter.reserveVerificationValue({
    identifier: `totp-used:${staffId}:${tokenHash(String(ctx.body?.code ?? ''))}`,
    value: 'used',
    expiresAt: new Date(Date.now() + CODE_MS),
  })
}
