import type { Outcome } from '@/newsroom/desk/outcome'
import type { Role } from '@/newsroom/desk/staff'
import type { InvitationInput, Place } from '@/newsroom/desk/staff-form'

interface Named {
  id: number
  name: string
}

export interface StaffMember {
  id: string
  name: string
  email: string
  role: Role
  /** none: the whole paper */
  desks: readonly Named[]
  secondFactor: boolean
  passkeys: number
  disabled: boolean
  seen: string | null
}

export interface OpenInvitation {
  id: string
  name: string
  email: string
  role: Role
  desks: readonly Named[]
  expires: string
  expired: boolean
  from: string | null
}

export interface DeskChoice extends Named {
  initials: string
}

/** A link to hand over, and whether it was mailed. */
export interface Handed {
  link: string
  email: string
  mailed: boolean
}

/** What an administrator can do with the staff: the page's actions. */
export interface StaffDeeds {
  invite(input: InvitationInput): Promise<Outcome<Handed>>
  renew(invitationId: string): Promise<Outcome<Handed>>
  revoke(invitationId: string): Promise<Outcome>
  change(staffId: string, place: Place): Promise<Outcome>
  disable(staffId: string): Promise<Outcome>
  enable(staffId: string): Promise<Outcome>
  endSessions(staffId: string): Promise<Outcome>
  resetSecondFactor(staffId: string): Promise<Outcome>
  resetLink(staffId: string): Promise<Outcome<Handed>>
}
