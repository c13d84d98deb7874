import type { Fault } from '@/newsroom/desk/outcome'
import { type ArticleAction, denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readArticleFacts } from '@/server/article-facts'
import { db } from '@/server/db'

/** Why somebody may not do this with an article, for what is only read; null: they may. Commands hold the article and ask for themselves. */
export async function findDenial(actor: StaffActor, action: ArticleAction, articleId: string): Promise<Fault | null> {
  const facts = await readArticleFacts(db(), articleId)
  if (!facts) return { code: 'not-found' }
  const why = denial(actor, action, facts)
  return why ? { code: `denied.${why}` } : null
}
