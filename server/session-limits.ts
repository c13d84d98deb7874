/** A session ends after so long without a request … */
export const IDLE_MS = 12 * 3_600_000
/** … and after so long in any case. */
export const ABSOLUTE_MS = 30 * 86_400_000
