// What a serving process and its primary say to each other, beside what cluster-metrics.ts does.

/** A process of itself, so often that a stuck one is missed. */
export const ALIVE = 'alive'
export const SAID_EVERY_MS = 1_000
/** To a process: another serves in its place. */
export const RETIRE = 'retire'
