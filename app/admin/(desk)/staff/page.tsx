import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireDesk } from '@/app/admin/desk-session'
import { StaffRegister } from '@/components/desk/staff/staff-register'
import { listStaff } from '@/server/queries/list-staff'
import * as actions from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('staff.title') }
}

export default async function Page() {
  const actor = await requireDesk('manage-staff', '/admin/staff')
  return (
    <StaffRegister
      {...(await listStaff())}
      own={actor.id}
      deeds={{
        invite: actions.inviteAction,
        renew: actions.renewInvitationAction,
        revoke: actions.revokeInvitationAction,
        change: actions.changeStaffAction,
        disable: actions.disableStaffAction,
        enable: actions.enableStaffAction,
        endSessions: actions.endSessionsAction,
        resetSecondFactor: actions.resetSecondFactorAction,
        resetLink: actions.resetLinkAction,
      }}
    />
  )
}
