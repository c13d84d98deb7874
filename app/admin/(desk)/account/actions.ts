'use server'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { revalidatePath } from 'next/cache'
import { answerCookies } from '@/app/admin/answer-cookies'
import { asStaff } from '@/app/admin/desk-action'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { sentText } from '@/newsroom/desk/sent-text'
import type { StaffActor } from '@/newsroom/desk/staff'
import { personName } from '@/newsroom/desk/staff-form'
import { confirmPassword } from '@/server/auth/confirm'
import { addPasskey, registrationOptions, removePasskey } from '@/server/auth/passkeys'
import { beginSecondFactor, replaceBackupCodes, tell, turnOffSecondFactor, turnOnSecondFactor } from '@/server/auth/second-factor'
import { beginSession } from '@/server/auth/sign-in'
import { changeOwnName } from '@/server/commands/change-own-name'
import { changePassword } from '@/server/commands/change-password'
import { endSessions } from '@/server/commands/end-sessions'
import { sessionIdOf, signedIn } from '@/server/session'

const NAME_MISSING = { code: 'name-missing', field: 'name' } as const

/** Runs what somebody does with their own account; the page shows what is so afterwards. */
async function own<Value extends object>(
  work: (actor: StaffActor, asked: Headers) => Promise<Outcome<Value>>,
  who?: (asked: Headers) => Promise<StaffActor | null>,
): Promise<Outcome<Value>> {
  const outcome = await asStaff(work, who)
  revalidatePath('/admin/account')
  return outcome
}

/** Whoever owes a second factor, too: they set it up at the door. */
const owing = async (asked: Headers) => (await signedIn(asked))?.actor ?? null

/** Puts a new session's cookies on the answer; they are no business of the page's scripts. */
async function settle<Value extends { setCookies: string[] }>({
  setCookies,
  ...rest
}: Value): Promise<{ ok: true } & Omit<Value, 'setCookies'>> {
  await answerCookies(setCookies)
  return { ok: true, ...rest }
}

export async function changeNameAction(typed: string): Promise<Outcome> {
  return await own(async (actor) => {
    const name = personName.safeParse(typed)
    return name.success ? await changeOwnName(actor, { name: name.data }) : refused(NAME_MISSING)
  })
}

export async function changePasswordAction(current: string, password: string): Promise<Outcome> {
  return await own(async (actor, asked) => {
    const confirmed = await confirmPassword(actor, sentText(current))
    const outcome = confirmed.ok ? await changePassword(actor, { password: sentText(password) }) : confirmed
    if (!outcome.ok) return outcome
    await tell(actor, 'change-password', 'password')
    return await settle(await beginSession(asked, actor.id, 'password'))
  })
}

export async function beginSecondFactorAction(password: string): Promise<Outcome<{ qrSvg: string; key: string }>> {
  return await own((actor, asked) => beginSecondFactor(actor, asked, sentText(password)), owing)
}

export async function turnOnSecondFactorAction(code: string): Promise<Outcome<{ backupCodes: string[] }>> {
  return await own(async (actor, asked) => {
    const outcome = await turnOnSecondFactor(actor, asked, sentText(code))
    return outcome.ok ? await settle({ setCookies: outcome.setCookies, backupCodes: outcome.backupCodes }) : outcome
  }, owing)
}

export async function turnOffSecondFactorAction(password: string): Promise<Outcome> {
  return await own(async (actor, asked) => {
    const outcome = await turnOffSecondFactor(actor, asked, sentText(password))
    return outcome.ok ? await settle({ setCookies: outcome.setCookies }) : outcome
  })
}

export async function replaceBackupCodesAction(password: string): Promise<Outcome<{ backupCodes: string[] }>> {
  return await own((actor, asked) => replaceBackupCodes(actor, asked, sentText(password)))
}

export async function passkeyOptionsAction(password: string) {
  return await own((actor, asked) => registrationOptions(actor, asked, sentText(password)))
}

export async function addPasskeyAction(typed: string, response: RegistrationResponseJSON): Promise<Outcome> {
  return await own(async (actor, asked) => {
    const name = personName.safeParse(typed)
    return name.success ? await addPasskey(actor, asked, { name: name.data, response }) : refused(NAME_MISSING)
  })
}

export async function removePasskeyAction(passkeyId: string, password: string): Promise<Outcome> {
  return await own((actor) => removePasskey(actor, { passkeyId: sentText(passkeyId), password: sentText(password) }))
}

export async function endSessionAction(sessionId: string): Promise<Outcome> {
  return await own((actor) => endSessions(actor, { staffId: actor.id, sessionId: sentText(sessionId) }))
}

export async function endOtherSessionsAction(): Promise<Outcome> {
  return await own(async (actor, asked) => {
    const except = await sessionIdOf(asked)
    return await endSessions(actor, { staffId: actor.id, ...(except && { except }) })
  })
}
