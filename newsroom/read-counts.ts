import { z } from 'zod'

/** Whether readers are told how often an article was read. */
export const readCounts = z.object({ shown: z.boolean() })
export type ReadCounts = z.infer<typeof readCounts>

/** How long a page may tell a count that has grown since. */
export const COUNT_LASTS_MS = 10 * 60_000

/** How often an article was read, and when that was so. */
export interface ReadCount {
  count: number
  at: Date
}
