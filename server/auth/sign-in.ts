import { APIError } from 'better-auth/api'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { addressForLog } from '@/newsroom/log-line'
import { config } from '@/server/config'
import { log } from '@/server/log'
import { PasswordsCrowded } from '@/server/password-hash'
import { clientAddressOf } from '@/server/session'
import { auth } from './auth'
import { recordSignIn } from './record-sign-in'

/** What a successful step hands to the browser. */
export interface Cookies {
  setCookies: string[]
}

/** The first step: e-mail and password. `needsCode`: the second factor is still to come. */
export async function signIn(
  headers: Headers,
  { email, password }: { email: string; password: string },
): Promise<Outcome<Cookies & { needsCode: boolean }>> {
  try {
    const answer = await auth().api.signInEmail({ body: { email: email.trim(), password }, headers, returnHeaders: true })
    const needsCode = !('token' in answer.response)
    if (!needsCode) await recordSignIn(answer.response.user.id, headers, 'password')
    return { ok: true, needsCode, setCookies: answer.headers.getSetCookie() }
  } catch (error) {
    return refusal(error, headers, 'wrong-password')
  }
}

/** The second step: a code of the authenticator, or one of those kept for the day it is lost. */
export async function signInWithCode(headers: Headers, typed: string): Promise<Outcome<Cookies>> {
  const code = typed.replaceAll(/\s/g, '')
  const isTotp = /^\d{6}$/.test(code)
  try {
    const verify = isTotp ? auth().api.verifyTOTP : auth().api.verifyBackupCode
    const answer = await verify({ body: { code }, headers, returnHeaders: true })
    await recordSignIn(answer.response.user.id, headers, isTotp ? 'totp' : 'backup-code')
    return { ok: true, setCookies: answer.headers.getSetCookie() }
  } catch (error) {
    return refusal(error, headers, 'wrong-code')
  }
}

/** A session for somebody known by a passkey or a link. */
export async function beginSession(headers: Headers, staffId: string, by: 'passkey' | 'link' | 'password'): Promise<Cookies> {
  const answer = await auth().api.beginSession({ body: { staffId }, headers, returnHeaders: true })
  await recordSignIn(staffId, headers, by)
  return { setCookies: answer.headers.getSetCookie() }
}

export async function signOut(headers: Headers): Promise<Cookies> {
  const answer = await auth().api.signOut({ headers, returnHeaders: true })
  return { setCookies: answer.headers.getSetCookie() }
}

/** One text for every reason but waiting: whether an account exists is nobody's business. */
function refusal(error: unknown, headers: Headers, code: 'wrong-password' | 'wrong-code') {
  if (error instanceof PasswordsCrowded) return refused({ code: 'sign-in.wait', params: { seconds: error.seconds } })
  if (!(error instanceof APIError) || error.statusCode >= 500) throw error
  const said: { code?: unknown; waitSeconds?: unknown } = error.body ?? {}
  const address = addressForLog(clientAddressOf(headers), config().LOG_ADDRESSES)
  log().warn({ address, reason: said.code ?? error.status }, 'a sign-in failed')
  if (said.code === 'TOO_MANY_TRIES') return refused({ code: 'sign-in.wait', params: { seconds: Number(said.waitSeconds) } })
  if (said.code === 'INVALID_TWO_FACTOR_COOKIE' || said.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE')
    return refused({ code: 'sign-in.start-again' })
  if (said.code === 'ACCOUNT_TEMPORARILY_LOCKED') return refused({ code: 'sign-in.wait', params: { seconds: 900 } })
  return refused({ code: `sign-in.${code}` })
}
