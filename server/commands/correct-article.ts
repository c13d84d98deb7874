import { CORRECTIONS } from '@/newsroom/cache-tags'
import type { Fault, Outcome } from '@/newsroom/desk/outcome'
import { readStandingText } from '@/server/article-content'
import { publishTags } from '@/server/bus'
import type { Actor } from './actor'
import { announceArticles } from './announce-articles'
import { permitArticle } from './permit-article'
import { recordAudit } from './record-audit'
import { touchCorrected } from './touch-corrected'
import { transact } from './transact'

export interface CorrectionToPublish {
  articleId: string
  /** what was wrong */
  wrong: string
  /** what is right */
  right: string
}

const LONGEST = 2_000

/** 更正: a dated note, on the article and in the list of corrections. The text itself is mended as any other change is. */
export async function correctArticle(actor: Actor, wanted: CorrectionToPublish): Promise<Outcome<{ correctionId: number }>> {
  const { articleId } = wanted
  const [wrong, right] = [wanted.wrong.trim().slice(0, LONGEST), wanted.right.trim().slice(0, LONGEST)]
  const missing: Fault[] = [
    ...(wrong === '' ? [{ code: 'correction.wrong-missing', field: 'wrong' }] : []),
    ...(right === '' ? [{ code: 'correction.right-missing', field: 'right' }] : []),
  ]
  if (missing.length > 0) return { ok: false, errors: missing }
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'correct', articleId)
    if (!permit.ok) return permit
    const authorId = actor.kind === 'staff' ? actor.id : null
    const { id } = await tx.correction.create({ data: { articleId, wrong, right, authorId }, select: { id: true } })
    await publishTags(tx, [...(await touchCorrected(tx, articleId)), CORRECTIONS])
    await announceArticles(tx, [{ articleId, kind: 'corrected' }])
    await recordAudit(tx, actor, {
      action: 'article.correct',
      subject: `article:${articleId}`,
      label: (await readStandingText(tx, articleId))?.content.headline ?? '',
      after: { correction: id, wrong, right },
    })
    return { ok: true, correctionId: id }
  })
}
