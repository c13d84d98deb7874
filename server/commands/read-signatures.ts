import type { ReviewStage } from '@/newsroom/desk/review'
import type { Tx } from '@/server/db'

export interface SignedArticle {
  round: number
  liveRevision: number | null
  /** those that count, in the present round */
  signatures: { stage: ReviewStage; staffId: string; contentHash: string }[]
}

export async function readSignatures(tx: Tx, articleId: string): Promise<SignedArticle> {
  const { reviewRound: round, liveRevision } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { reviewRound: true, liveRevision: true },
  })
  const signatures = await tx.signature.findMany({
    where: { articleId, round, voidedAt: null },
    select: { stage: true, staffId: true, contentHash: true },
  })
  return { round, liveRevision, signatures }
}
