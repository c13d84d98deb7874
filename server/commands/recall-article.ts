import type { Outcome } from '@/newsroom/desk/outcome'
import { readWorkingDraft } from '@/server/working-draft'
import type { Actor } from './actor'
import { permitArticle } from './permit-article'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** 撤回送审: back to its writer. Signatures stay until the text changes. */
export async function recallArticle(actor: Actor, { articleId }: { articleId: string }): Promise<Outcome> {
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'recall', articleId)
    if (!permit.ok) return permit
    await tx.$executeRaw`
      UPDATE "Article" SET "workflow" = 'draft', "waitingSince" = NULL, "touchedAt" = clock_timestamp() WHERE "id" = ${articleId}`
    const draft = await readWorkingDraft(tx, articleId)
    await recordAudit(tx, actor, {
      action: 'article.recall',
      subject: `article:${articleId}`,
      label: draft?.content.headline ?? '',
      before: { workflow: permit.facts.workflow },
      after: { workflow: 'draft' },
    })
    return { ok: true }
  })
}
