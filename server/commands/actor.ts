import type { StaffActor } from '@/newsroom/desk/staff'

/** Who does it: named in every revision and record. */
export type Actor = SystemActor | StaffActor

export interface SystemActor {
  kind: 'system'
  name: string
}

/** The newsroom's own machinery: what happens by the clock. */
export const SYSTEM: SystemActor = { kind: 'system', name: 'system' }
/** Whatever reads archives. Only texts it wrote itself are its to replace. */
export const IMPORTER: SystemActor = { kind: 'system', name: 'import' }
/** Whoever types commands on the machine itself. */
export const OPERATOR: SystemActor = { kind: 'system', name: 'operator' }
