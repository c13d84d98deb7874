import { atLeast, type Role } from './staff'

/**
 * Whom the paper's operator asks for a second factor (ASVS 6.3.3): nobody, those who can change what is published, everybody.
 */
export const SECOND_FACTOR_RULES = ['offered', 'chiefs', 'all'] as const
export type SecondFactorRule = (typeof SECOND_FACTOR_RULES)[number]

export function isSecondFactorAsked(rule: SecondFactorRule, role: Role): boolean {
  return rule === 'all' || (rule === 'chiefs' && atLeast(role, 'chief'))
}
