import type { Outcome } from '@/newsroom/desk/outcome'
import { readWorkingDraft } from '@/server/working-draft'
import type { Actor } from './actor'
import { cancelSchedules } from './cancel-schedules'
import { permitArticle } from './permit-article'
import { takeOffline } from './put-online'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** 下线: off the site without a word to readers (撤稿 has one); what was to go out does not. It can be published again, at the same address. */
export async function unpublishArticle(actor: Actor, { articleId }: { articleId: string }): Promise<Outcome> {
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'unpublish', articleId)
    if (!permit.ok) return permit
    const { publication } = permit.facts
    await cancelSchedules(tx, articleId, ['publish', 'change', 'unpublish'])
    if (publication === 'live') await takeOffline(tx, articleId, 'unpublished')
    await tx.$executeRaw`
      UPDATE "Article" SET "waitingSince" = clock_timestamp() WHERE "id" = ${articleId} AND "workflow" = 'ready'`
    await recordAudit(tx, actor, {
      action: 'article.unpublish',
      subject: `article:${articleId}`,
      label: (await readWorkingDraft(tx, articleId))?.content.headline ?? '',
      before: { publication },
      after: { publication: 'unpublished' },
    })
    return { ok: true }
  })
}
