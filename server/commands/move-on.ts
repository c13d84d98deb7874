import type { Workflow } from '@/newsroom/desk/review'
import { readArticleFacts } from '@/server/article-facts'
import type { Tx } from '@/server/db'
import { findReviewers } from '@/server/reviewers'
import type { Actor } from './actor'
import { notify } from './notify'

export interface NextStep {
  workflow: Workflow
  /** for a review, or for its publication */
  waits: boolean
  headline: string
}

/** Puts an article where its signatures lead it; whoever may sign next is told. */
export async function moveOn(tx: Tx, actor: Actor, articleId: string, { workflow, waits, headline }: NextStep): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Article" SET "workflow" = ${workflow}::"Workflow", "touchedAt" = clock_timestamp(),
      "waitingSince" = CASE WHEN ${waits} THEN clock_timestamp() END
    WHERE "id" = ${articleId}`
  const facts = await readArticleFacts(tx, articleId)
  if (facts) await notify(tx, await findReviewers(tx, facts), { kind: 'submitted', articleId, from: actor.name, text: headline })
}
