import type { Outcome } from '@/newsroom/desk/outcome'
import type { TextQuote } from '@/newsroom/desk/text-quote'

/** The server's side of a review, handed over by its page. */
export interface ReviewActions {
  sign(articleId: string, contentHash: string, note: string): Promise<Outcome>
  giveBack(articleId: string, reason: string): Promise<Outcome>
  publish(articleId: string, input: object): Promise<Outcome>
  frame(articleId: string): Promise<Outcome<{ path: string }>>
  addComment(articleId: string, input: { text: string; quote: TextQuote | null; parentId: number | null }): Promise<Outcome>
  resolveComment(commentId: number, resolved: boolean): Promise<Outcome>
}
