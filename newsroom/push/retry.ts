const FIRST_MS = 20_000
const LONGEST_MS = 2 * 3_600_000
/** What was not taken for so long is given up. */
export const GIVE_UP_MS = 24 * 3_600_000
/** A webhook that fails for so long, and so often, is switched off. */
export const SWITCH_OFF_MS = 3 * GIVE_UP_MS
export const SWITCH_OFF_FAILURES = 20
/** Nobody is left alone longer, whatever they ask for. */
const LONGEST_ASKED_MS = 12 * 3_600_000

/** How long to wait after the nth failure in a row: twice as long each time, scattered by `random` (0 to 1) so that not all come back at once. */
export function retryDelayMs(failures: number, random: number): number {
  const base = Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), LONGEST_MS)
  return Math.round(base * (0.75 + random * 0.5))
}

/** `Retry-After` (RFC 9110 §10.2.3), seconds or a date, as a wait; null where it says nothing. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  const text = header?.trim()
  if (!text) return null
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 1000), LONGEST_ASKED_MS)
}
