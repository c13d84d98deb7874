import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords'

export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 200

/** Why a password will not do: texts of faults.json, under `password`. */
export type PasswordFault = 'short' | 'long' | 'common' | 'personal'

/** Why this cannot be somebody's password; null: it can. `own` is what others know of them: e-mail, name, the paper's name. */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | null {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return 'short'
  if (length > LONGEST_PASSWORD) return 'long'
  if (isCommon(password.normalize('NFKC').toLowerCase())) return 'common'
  return own.flatMap(partsOf).some((part) => isHardlyMoreThan(password, part)) ? 'personal' : null
}

function isCommon(password: string): boolean {
  if (COMMON_PASSWORDS.has(password) || new Set(password).size <= 2 || isRun(password)) return true
  const [, word = '', rest = ''] = /^([a-z][a-z0@]*?[a-z])[^a-z\d]*(\d*)[^a-z\d]*$/.exec(password) ?? []
  return COMMON_WORDS.has(word) && (rest.length <= 4 || isRun(rest) || new Set(rest).size <= 2 || /^(19|20)\d{6}$/.test(rest))
}

/** 23456789, hgfedcba: each character follows the one before it, upwards or downwards. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)))
  return steps.size === 1 && [1, -1].includes([...steps][0] ?? 0)
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')

/** An address is known whole and by what stands before its @. */
function partsOf(own: string): string[] {
  const text = plain(own)
  return [text, text.split('@')[0] ?? ''].filter((part) => part.length >= 2)
}

function isHardlyMoreThan(password: string, part: string): boolean {
  const text = plain(password)
  return text.includes(part) && text.length - part.length < 4
}
