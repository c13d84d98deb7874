import { isArticleId } from '@/newsroom/article-id'
import { denials } from '@/newsroom/desk/denials'
import type { ArticleAction, Denial } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readArticleFacts } from '@/server/article-facts'
import { db } from '@/server/db'

/** Why somebody may not do each thing with an article (null: they may); null: there is no such article. For a page that answers 403. */
export async function findAccess(actor: StaffActor, articleId: string): Promise<Record<ArticleAction, Denial | null> | null> {
  const facts = isArticleId(articleId) ? await readArticleFacts(db(), articleId) : null
  return facts && denials(actor, facts)
}
