import { CORRECTIONS } from '@/newsroom/cache-tags'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { readStandingText } from '@/server/article-content'
import { publishTags } from '@/server/bus'
import type { Actor } from './actor'
import { announceArticles } from './announce-articles'
import { permitArticle } from './permit-article'
import { recordAudit } from './record-audit'
import { touchCorrected } from './touch-corrected'
import { transact } from './transact'

const LONGEST = 2_000

/** Takes a correction back that was itself wrong: no longer shown, never deleted; why stands in the record. */
export async function revokeCorrection(actor: Actor, given: { correctionId: number; reason: string }): Promise<Outcome> {
  const { correctionId } = given
  const reason = given.reason.trim().slice(0, LONGEST)
  if (reason === '') return refused({ code: 'correction.reason-missing', field: 'reason' })
  return await transact(async (tx) => {
    const correction = await tx.correction.findUnique({ where: { id: correctionId } })
    if (!correction) return refused({ code: 'not-found' })
    const { articleId, wrong, right } = correction
    const permit = await permitArticle(tx, actor, 'correct', articleId)
    if (!permit.ok) return permit
    const { count } = await tx.correction.updateMany({
      where: { id: correctionId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) return { ok: true }
    await publishTags(tx, [...(await touchCorrected(tx, articleId)), CORRECTIONS])
    await announceArticles(tx, [{ articleId, kind: 'corrected' }])
    await recordAudit(tx, actor, {
      action: 'article.revoke-correction',
      subject: `article:${articleId}`,
      label: (await readStandingText(tx, articleId))?.content.headline ?? '',
      before: { correction: correctionId, wrong, right },
      after: { reason },
    })
    return { ok: true }
  })
}
