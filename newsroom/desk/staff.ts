/** Who works here, as rules and pages know them. */

/** 记者, 编辑, 主编, 管理员 */
export type Role = 'reporter' | 'editor' | 'chief' | 'administrator'
export const ROLES: readonly Role[] = ['reporter', 'editor', 'chief', 'administrator']

export interface DeskMember {
  id: string
  name: string
  role: Role
  /** the categories in their charge, with all below them; null: the whole paper */
  desk: readonly number[] | null
}

/** Somebody of the staff who does something: named in every revision and record. */
export interface StaffActor extends DeskMember {
  kind: 'staff'
  /** where from: network address and browser, as the record keeps them */
  address: string | null
  userAgent: string | null
}

/** Whether a role includes another: each does what those before it do. */
export const atLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least)
