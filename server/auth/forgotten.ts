import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { countTry, networkKey } from '@/server/attempts'
import { OPERATOR } from '@/server/commands/actor'
import { requestPasswordReset } from '@/server/commands/request-password-reset'
import { mailReset } from '@/server/desk-mail'
import { tokenHash } from '@/server/link-token'
import { log } from '@/server/log'
import { clientAddressOf } from '@/server/session'

/** Whether another link may be asked for, counted by what was typed: an unknown address is answered as a known one is. */
export async function mayAskForLink(headers: Headers, email: string): Promise<Outcome> {
  const typed = tokenHash(email.trim().toLowerCase())
  const seconds = await countTry([`mail:${typed}`, networkKey(clientAddressOf(headers))])
  return seconds > 0 ? refused({ code: 'sign-in.wait', params: { seconds } }) : { ok: true }
}

/** Mails a link to a new password, if the address has an account. Done after the answer went out: its time tells nothing. */
export async function sendLink(email: string): Promise<void> {
  try {
    const link = await requestPasswordReset(OPERATOR, { email })
    if (link) await mailReset(link)
  } catch (error) {
    log().error({ error: String(error) }, 'a link to a new password could not be mailed')
  }
}
