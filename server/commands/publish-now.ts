import type { Article } from '@/generated/prisma/client'
import type { ArticleFacts } from '@/newsroom/desk/permission'
import { stagesOf, unsignedStages, workflowAfter } from '@/newsroom/desk/review'
import type { Tx } from '@/server/db'
import type { Actor } from './actor'
import type { CutRevision } from './cut-revision'
import { endRound } from './end-round'
import { moveOn } from './move-on'
import { putOnline } from './put-online'
import { readSignatures } from './read-signatures'
import { recordAudit } from './record-audit'
import { tellWriters } from './tell-writers'

/** What is to be published, as it stands with the article's row held. */
export interface HeldPublication {
  articleId: string
  facts: ArticleFacts
  article: Pick<Article, 'publication' | 'publishedAt' | 'liveRevision'>
  text: CutRevision
}

export interface PublicationMoment {
  now: Date
  urgent: boolean
}

/** An address is made of the day of the first publication; whatever comes after it changes the text, not the address. */
export const wasPublic = ({ publication, liveRevision }: HeldPublication['article']): boolean =>
  liveRevision !== null && publication !== 'scheduled'

/** Answers the time it was published at. */
export async function publishNow(
  tx: Tx,
  actor: Actor,
  { articleId, facts, article, text }: HeldPublication,
  { now, urgent }: PublicationMoment,
): Promise<Date> {
  const publishedAt = wasPublic(article) && article.publishedAt ? article.publishedAt : now
  await putOnline(tx, { articleId, content: text.content, revision: text.number, publishedAt, updatedAt: now })
  const isComplete = !urgent || (await reviewOn(tx, actor, articleId, facts, text))
  if (isComplete) await endRound(tx, articleId, text.number)
  await recordAudit(tx, actor, {
    action: urgent ? 'article.publish-urgent' : article.publication === 'live' ? 'article.publish-change' : 'article.publish',
    subject: `article:${articleId}`,
    label: text.content.headline,
    before: { publication: article.publication, workflow: facts.workflow, revision: article.liveRevision },
    after: { publication: 'live', revision: text.number, publishedAt: publishedAt.toISOString() },
  })
  await tellWriters(tx, actor, facts, { kind: 'published', articleId, text: text.content.headline })
  return publishedAt
}

/** 快讯: readers have it, its reviews go on; true when there are none left to do. */
async function reviewOn(tx: Tx, actor: Actor, articleId: string, facts: ArticleFacts, text: CutRevision): Promise<boolean> {
  const stages = stagesOf(facts.stages)
  const { signatures } = await readSignatures(tx, articleId)
  const unsigned = unsignedStages(stages, signatures, text.contentHash)
  if (unsigned.length === 0) return true
  await tx.$executeRaw`
    UPDATE "Article" SET "urgentAt" = coalesce("urgentAt", clock_timestamp()), "returnReason" = NULL WHERE "id" = ${articleId}`
  const signed = stages.filter((stage) => !unsigned.includes(stage))
  await moveOn(tx, actor, articleId, { workflow: workflowAfter(stages, signed), waits: true, headline: text.content.headline })
  return false
}
