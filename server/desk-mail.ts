import { deskTexts } from '@/newsroom/desk/desk-texts'
import type { Role } from '@/newsroom/desk/staff'
import { config } from './config'
import { sendMail } from './mail'

const texts = () => deskTexts(config().SITE_LOCALE, config().SITE_TIMEZONE)

export interface InvitationMail {
  email: string
  name: string
  role: Role
  token: string
  /** who invites */
  from: string
}

export const invitationLink = (token: string): string => `${config().SITE_URL}/admin/invitation/${token}`
export const resetLink = (token: string): string => `${config().SITE_URL}/admin/reset/${token}`

export async function mailInvitation({ email, name, role, token, from }: InvitationMail): Promise<void> {
  const t = texts()
  const words = { name, from, paper: config().SITE_NAME, role: t(`common.role.${role}`), link: invitationLink(token) }
  await sendMail({ to: email, subject: t('auth.mail.invitation-subject', words), text: t('auth.mail.invitation-text', words) })
}

export async function mailReset({ email, name, token }: { email: string; name: string; token: string }): Promise<void> {
  const t = texts()
  const words = { name, paper: config().SITE_NAME, link: resetLink(token) }
  await sendMail({ to: email, subject: t('auth.mail.reset-subject', words), text: t('auth.mail.reset-text', words) })
}

/** Tells somebody that the way into their account has changed: whoever did not do it should know at once. */
export async function mailChange(staff: { email: string; name: string }, what: AccountChange): Promise<void> {
  const t = texts()
  const words = { name: staff.name, paper: config().SITE_NAME, what: t(`account.change.${what}`) }
  await sendMail({ to: staff.email, subject: t('auth.mail.changed-subject', words), text: t('auth.mail.changed-text', words) })
}

export type AccountChange = 'password' | 'totp-on' | 'totp-off' | 'codes' | 'passkey-added' | 'passkey-removed'
