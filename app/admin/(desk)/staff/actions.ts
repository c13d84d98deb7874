'use server'
import { revalidatePath } from 'next/cache'
import { asStaff } from '@/app/admin/desk-action'
import { type Fault, type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import { sentText } from '@/newsroom/desk/sent-text'
import type { StaffActor } from '@/newsroom/desk/staff'
import { type InvitationInput, invitation, type Place, place } from '@/newsroom/desk/staff-form'
import { changeStaff } from '@/server/commands/change-staff'
import { disableStaff } from '@/server/commands/disable-staff'
import { enableStaff } from '@/server/commands/enable-staff'
import { endSessions } from '@/server/commands/end-sessions'
import { inviteStaff } from '@/server/commands/invite-staff'
import { renewInvitation } from '@/server/commands/renew-invitation'
import { requestPasswordReset } from '@/server/commands/request-password-reset'
import { resetSecondFactor } from '@/server/commands/reset-second-factor'
import { revokeInvitation } from '@/server/commands/revoke-invitation'
import { invitationLink, mailInvitation, mailReset, resetLink } from '@/server/desk-mail'
import { findStaffMail } from '@/server/queries/find-staff-mail'

/** A link to hand over, and whether it was mailed. */
interface Handed {
  link: string
  email: string
  mailed: boolean
}

/** Runs what an administrator does with others; the commands ask once more whether they may. */
async function manage<Value extends object>(work: (actor: StaffActor) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const outcome = await asStaff(async (actor) =>
    mayAtDesk(actor, 'manage-staff') ? await work(actor) : refused({ code: 'denied.role' }),
  )
  revalidatePath('/admin/staff')
  return outcome
}

const sent = (mail: Promise<void>): Promise<boolean> =>
  mail.then(
    () => true,
    () => false,
  )

const invite = async (actor: StaffActor, input: InvitationInput, token: string): Promise<{ ok: true } & Handed> => {
  const mailed = await sent(mailInvitation({ ...input, token, from: actor.name }))
  return { ok: true, link: invitationLink(token), email: input.email, mailed }
}

const FIELD_FAULTS: Record<string, Fault> = {
  email: { code: 'email-invalid', field: 'email' },
  name: { code: 'name-missing', field: 'name' },
}

export async function inviteAction(input: unknown): Promise<Outcome<Handed>> {
  return await manage(async (actor) => {
    const read = invitation.safeParse(input)
    if (!read.success) {
      const faults = read.error.issues.map(({ path }) => FIELD_FAULTS[String(path[0])] ?? { code: 'not-found' })
      return refused(...faults)
    }
    const outcome = await inviteStaff(actor, read.data)
    return outcome.ok ? await invite(actor, read.data, outcome.token) : outcome
  })
}

export async function renewInvitationAction(invitationId: string): Promise<Outcome<Handed>> {
  return await manage(async (actor) => {
    const outcome = await renewInvitation(actor, { invitationId: sentText(invitationId) })
    return outcome.ok ? await invite(actor, outcome.invitation, outcome.token) : outcome
  })
}

export async function revokeInvitationAction(invitationId: string): Promise<Outcome> {
  return await manage((actor) => revokeInvitation(actor, { invitationId: sentText(invitationId) }))
}

export async function changeStaffAction(staffId: string, given: Place): Promise<Outcome> {
  return await manage(async (actor) => {
    const read = place.safeParse(given)
    return read.success ? await changeStaff(actor, { ...read.data, staffId: sentText(staffId) }) : refused({ code: 'not-found' })
  })
}

export async function disableStaffAction(staffId: string): Promise<Outcome> {
  return await manage((actor) => disableStaff(actor, { staffId: sentText(staffId) }))
}

export async function enableStaffAction(staffId: string): Promise<Outcome> {
  return await manage((actor) => enableStaff(actor, { staffId: sentText(staffId) }))
}

export async function endSessionsAction(staffId: string): Promise<Outcome> {
  return await manage((actor) => endSessions(actor, { staffId: sentText(staffId) }))
}

export async function resetSecondFactorAction(staffId: string): Promise<Outcome> {
  return await manage((actor) => resetSecondFactor(actor, { staffId: sentText(staffId) }))
}

export async function resetLinkAction(staffId: string): Promise<Outcome<Handed>> {
  return await manage(async (actor): Promise<Outcome<Handed>> => {
    const email = await findStaffMail(sentText(staffId))
    const link = email === null ? null : await requestPasswordReset(actor, { email })
    if (!link) return refused({ code: 'not-found' })
    return { ok: true, link: resetLink(link.token), email: link.email, mailed: await sent(mailReset(link)) }
  })
}
