'use server'
import { settle } from '@/app/admin/answer-cookies'
import { asStaff } from '@/app/admin/desk-action'
import type { Outcome } from '@/newsroom/desk/outcome'
import { sentText } from '@/newsroom/desk/sent-text'
import { beginSecondFactor, turnOnSecondFactor } from '@/server/auth/second-factor'
import { signedIn } from '@/server/session'

/** Whoever owes a second factor may do this one thing. */
const whoeverOwes = async (asked: Headers) => (await signedIn(asked))?.actor ?? null

export async function beginOwedFactorAction(password: string): Promise<Outcome<{ qrSvg: string; key: string }>> {
  return await asStaff((actor, asked) => beginSecondFactor(actor, asked, sentText(password)), whoeverOwes)
}

export async function turnOnOwedFactorAction(code: string): Promise<Outcome<{ backupCodes: string[] }>> {
  return await asStaff(async (actor, asked) => {
    const outcome = await turnOnSecondFactor(actor, asked, sentText(code))
    return outcome.ok ? await settle({ setCookies: outcome.setCookies, backupCodes: outcome.backupCodes }) : outcome
  }, whoeverOwes)
}
