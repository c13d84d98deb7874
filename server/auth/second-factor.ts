import { APIError } from 'better-auth/api'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { isSecondFactorAsked } from '@/newsroom/desk/second-factor'
import type { StaffActor } from '@/newsroom/desk/staff'
import { qrCodeSvg } from '@/newsroom/qr-code'
import { recordAudit } from '@/server/commands/record-audit'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { type AccountChange, mailChange } from '@/server/desk-mail'
import { log } from '@/server/log'
import { sessionIdOf } from '@/server/session'
import { auth } from './auth'
import { confirmPassword } from './confirm'
import type { Cookies } from './sign-in'

export interface SetUp {
  /** for the authenticator's camera, and to be typed where there is none */
  qrSvg: string
  key: string
}

/** Begins: a secret for the authenticator. Nothing changes until a code of it was typed. */
export async function beginSecondFactor(actor: StaffActor, headers: Headers, password: string): Promise<Outcome<SetUp>> {
  const confirmed = await confirmPassword(actor, password)
  if (!confirmed.ok) return confirmed
  return await attempt(async () => {
    const made = await auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
    if (made.method !== 'totp') throw new Error('the second factor is an authenticator')
    return { qrSvg: qrCodeSvg(made.totpURI), key: new URL(made.totpURI).searchParams.get('secret') ?? '' }
  })
}

/**
 * Ends the set-up with a code the authenticator shows; answers the backup codes, this once. The session gets a new token, and is
 * the only one left: the others were begun without the code.
 */
export async function turnOnSecondFactor(
  actor: StaffActor,
  headers: Headers,
  code: string,
): Promise<Outcome<Cookies & { backupCodes: string[] }>> {
  return await attempt(async () => {
    const { headers: answer } = await auth().api.verifyTOTP({
      body: { code: code.replaceAll(/\s/g, '') },
      headers,
      returnHeaders: true,
    })
    const setCookies = answer.getSetCookie()
    // Sent once more where it is on already, the session stays the one it was.
    const given = new Headers({ cookie: setCookies.map((line) => line.split(';')[0]).join('; ') })
    const here = (await sessionIdOf(given)) ?? (await sessionIdOf(headers))
    await db().session.deleteMany({ where: { userId: actor.id, ...(here && { NOT: { id: here } }) } })
    const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId: actor.id } })
    await tell(actor, 'second-factor-on', 'totp-on')
    return { setCookies, backupCodes }
  })
}

export async function turnOffSecondFactor(actor: StaffActor, headers: Headers, password: string): Promise<Outcome<Cookies>> {
  if (isSecondFactorAsked(config().SECOND_FACTOR, actor.role)) return refused({ code: 'second-factor.asked' })
  const confirmed = await confirmPassword(actor, password)
  if (!confirmed.ok) return confirmed
  return await attempt(async () => {
    const { headers: answer } = await auth().api.disableTwoFactor({ body: { password }, headers, returnHeaders: true })
    await tell(actor, 'second-factor-off', 'totp-off')
    return { setCookies: answer.getSetCookie() }
  })
}

/** New backup codes in place of what is left of the old ones. */
export async function replaceBackupCodes(
  actor: StaffActor,
  headers: Headers,
  password: string,
): Promise<Outcome<{ backupCodes: string[] }>> {
  const confirmed = await confirmPassword(actor, password)
  if (!confirmed.ok) return confirmed
  return await attempt(async () => {
    const { backupCodes } = await auth().api.generateBackupCodes({ body: { password }, headers })
    await tell(actor, 'new-codes', 'codes')
    return { backupCodes }
  })
}

async function attempt<Value extends object>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { ok: true, ...(await work()) }
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error
    const said: { code?: unknown; waitSeconds?: unknown } = error.body ?? {}
    if (said.code === 'TOO_MANY_TRIES') return refused({ code: 'sign-in.wait', params: { seconds: Number(said.waitSeconds) } })
    return refused({ code: 'sign-in.wrong-code', field: 'code' })
  }
}

/** Into the record, and to the owner of the account. */
export async function tell(actor: StaffActor, deed: string, change: AccountChange): Promise<void> {
  await recordAudit(db(), actor, { action: `staff.${deed}`, subject: `staff:${actor.id}`, label: actor.name })
  const staff = await db().staff.findUniqueOrThrow({ where: { id: actor.id } })
  mailChange(staff, change).catch((error: unknown) => log().error({ error: String(error) }, 'a mail could not be sent'))
}
