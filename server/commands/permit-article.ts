import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { type ArticleAction, type ArticleFacts, denial } from '@/newsroom/desk/permission'
import { holdArticle } from '@/server/article-facts'
import type { Tx } from '@/server/db'
import type { Actor } from './actor'

/** Holds an article for somebody who may do this with it now. The newsroom's own machinery is not asked. */
export async function permitArticle(
  tx: Tx,
  actor: Actor,
  action: ArticleAction,
  articleId: string,
): Promise<Outcome<{ facts: ArticleFacts }>> {
  const facts = await holdArticle(tx, articleId)
  if (!facts) return refused({ code: 'not-found' })
  const why = actor.kind === 'staff' ? denial(actor, action, facts) : null
  return why ? refused({ code: `denied.${why}` }) : { ok: true, facts }
}
