import { z } from 'zod'
import { labelChange } from './labels'

/** What is done to several articles of the list at a time, one by one. */
export const bulkDeed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('label'), change: labelChange }),
  z.object({ kind: z.literal('submit') }),
  z.object({ kind: z.literal('publish') }),
  z.object({ kind: z.literal('withdraw'), reason: z.string().max(5_000), approver: z.string().max(200) }),
  z.object({ kind: z.literal('discard') }),
])
export type BulkDeed = z.output<typeof bulkDeed>
