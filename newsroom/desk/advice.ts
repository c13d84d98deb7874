import { atLeast, type Role } from './staff'

/** What somebody is advised of on their day, one at a time. */
export const ADVICE = ['name', 'second-factor'] as const
export type Advice = (typeof ADVICE)[number]

/** Holds the id of whoever put it off. */
export const putOffCookie = (advice: Advice): string => `desk-put-off-${advice}`

export interface Advised {
  name: string
  email: string
  role: Role
  /** has a second factor, or a passkey to sign in with */
  guarded: boolean
}

/**
 * What is worth a word: an account that an address was made into has no name yet, and whoever changes what readers see should not
 * rely on a password alone. Null: nothing, or all of it was put off.
 */
export function adviceFor({ name, email, role, guarded }: Advised, putOff: readonly Advice[]): Advice | null {
  const holds: Record<Advice, boolean> = {
    name: name.trim().toLowerCase() === email.split('@')[0]?.toLowerCase(),
    'second-factor': !guarded && atLeast(role, 'chief'),
  }
  return ADVICE.find((advice) => holds[advice] && !putOff.includes(advice)) ?? null
}
