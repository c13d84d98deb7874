/**
 * An edge may ask a process that has not heard of the change yet, or have asked it a moment before: so it is told again. A process
 * that lost the bus without noticing finds out within eight seconds, and marks what it sends from then on.
 */
const AGAIN_AFTER_MS = [2_000, 15_000]
const LONGEST_WAIT_MS = 30_000
/** How long an edge may show what it holds when the site does not answer (`stale-if-error`), and some more. */
const LAST_RESORT_MS = 660_000

/** After how long an edge that was told so many times is told again; null: never. */
export const againAfterMs = (told: number): number | null => AGAIN_AFTER_MS[told - 1] ?? null

/** How long to wait after the nth failure in a row. */
export const purgeRetryMs = (failures: number): number => Math.min(500 * 2 ** Math.max(0, failures - 1), LONGEST_WAIT_MS)

/** Whether an edge can hold nothing any more that is as old as this change. */
export const isNeedless = (ageMs: number, edgeSeconds: number): boolean => ageMs > edgeSeconds * 1_000 + LAST_RESORT_MS
