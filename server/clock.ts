const HOME = Symbol.for('broadsheet.clock')
const home = globalThis as { [HOME]?: { aheadMs: number } }
home[HOME] ??= { aheadMs: 0 }
const clock = home[HOME]

/**
 * The clock of the whole site is the database's: two servers' own clocks are never compared. This process knows it by how far it is
 * ahead of the machine's, which the bus measures; without a bus (a terminal, a test) it is the machine's.
 */
export const siteTime = (): Date => new Date(Date.now() + clock.aheadMs)

/** When an instant of the site's clock comes by this machine's, in epoch ms. */
export const localMs = (instant: Date): number => instant.getTime() - clock.aheadMs

/** A clock set by more than this was no drift. */
const SET_MS = 1_000

/**
 * Takes a measure: the database said `databaseMs` between two looks at this machine's clock. What is known already stays as long as
 * it could be true, and moves no further than to where it can: an answer that took seconds says little. Answers whether one of the
 * clocks was set, so that no instant reckoned before holds.
 */
export function measureClock(databaseMs: number, beforeMs: number, afterMs: number): boolean {
  const errorMs = Math.abs(afterMs - beforeMs) / 2
  const aheadMs = databaseMs - (beforeMs + afterMs) / 2
  const by = Math.abs(aheadMs - clock.aheadMs)
  if (by <= errorMs) return false
  clock.aheadMs = aheadMs + Math.sign(clock.aheadMs - aheadMs) * errorMs
  return by > errorMs + SET_MS
}
