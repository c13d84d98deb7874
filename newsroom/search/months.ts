import { monthLexeme, yearLexeme } from './lexeme'

/** A month as a number, so that months can be counted: 12 × year + 0 to 11, in UTC. */
export const monthOf = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth()

/** The lexemes that together say "in one of these months", both inclusive: whole years as years. */
export function lexemesOfMonths(first: number, last: number): string[] {
  const lexemes: string[] = []
  for (let month = first; month <= last; ) {
    const year = String(Math.floor(month / 12)).padStart(4, '0')
    if (month % 12 === 0 && month + 11 <= last) {
      lexemes.push(yearLexeme(year))
      month += 12
    } else {
      lexemes.push(monthLexeme(`${year}-${String((month % 12) + 1).padStart(2, '0')}`))
      month++
    }
  }
  return lexemes
}

/** The first instant of a month. */
export function startOfMonth(month: number): Date {
  const at = new Date(Date.UTC(2000, 0, 1))
  at.setUTCFullYear(Math.floor(month / 12), month % 12)
  return at
}

/**
 * Stretches of months to be asked one after the other, from `first` to `last` (which may lie before it). Where a sample has
 * its hits says how far a stretch has to reach: to the next of them, then two further, then four.
 */
export function stretches(first: number, last: number, sampled: readonly number[]): [from: number, to: number][] {
  const backwards = last < first
  const beyond = (a: number, b: number) => (backwards ? a < b : a > b)
  const found: [number, number][] = []
  let at = first
  const reach = (end: number) => {
    const to = beyond(end, last) ? last : end
    if (beyond(at, to)) return
    found.push([Math.min(at, to), Math.max(at, to)])
    at = backwards ? to - 1 : to + 1
  }
  for (let index = 0, step = 1; index < sampled.length; index += step, step *= 2) reach(sampled[index] ?? last)
  reach(last)
  return found
}
