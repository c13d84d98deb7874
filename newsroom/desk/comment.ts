import { z } from 'zod'
import type { TextQuote } from './text-quote'

/** The passage a comment is about, as its `quote` column holds it. */
export const textQuote: z.ZodType<TextQuote> = z.object({
  exact: z.string().min(1).max(2_000),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
})

export const MOST_COMMENT_CHARACTERS = 2_000

export interface CommentLine {
  id: number
  authorId: string
  authorName: string
  text: string
  at: Date
}

/** A comment on a passage, or on the whole article, with what was answered to it. */
export interface CommentThread extends CommentLine {
  quote: TextQuote | null
  /** null: open */
  resolvedAt: Date | null
  resolvedByName: string | null
  /** oldest first */
  replies: CommentLine[]
}
