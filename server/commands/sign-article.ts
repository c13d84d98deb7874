import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { ArticleFacts } from '@/newsroom/desk/permission'
import { type ReviewStage, stageOf, stagesOf, unsignedStages, type Workflow, workflowAfter } from '@/newsroom/desk/review'
import type { StaffActor } from '@/newsroom/desk/staff'
import type { Tx } from '@/server/db'
import { readWorkingDraft } from '@/server/working-draft'
import { cutRevision } from './cut-revision'
import { endRound } from './end-round'
import { moveOn } from './move-on'
import { permitArticle } from './permit-article'
import { readSignatures } from './read-signatures'
import { recordAudit } from './record-audit'
import { tellWriters } from './tell-writers'
import { transact } from './transact'

export interface SignatureToSet {
  articleId: string
  /** of the text that was read */
  contentHash: string
  note?: string | undefined
}

/** 签审: one stage, by one person, of exactly the text they read; `stale` when that is not the text any more. */
export async function signArticle(
  actor: StaffActor,
  { articleId, contentHash, note }: SignatureToSet,
): Promise<Outcome<{ stage: ReviewStage; workflow: Workflow }>> {
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'review', articleId)
    if (!permit.ok) return permit
    const stage = stageOf(permit.facts.workflow)
    if (stage === null) return refused({ code: 'denied.state' })
    const draft = await readWorkingDraft(tx, articleId)
    if (draft?.contentHash !== contentHash) return refused({ code: 'stale' })
    const { number } = await cutRevision(tx, actor, articleId, 'sign')
    const { headline } = draft.content
    const { round } = await readSignatures(tx, articleId)
    const words = note?.trim() || null
    await tx.signature.create({
      data: { articleId, round, stage, revision: number, contentHash, staffId: actor.id, note: words },
      select: { id: true },
    })
    const workflow = await afterSignature(tx, actor, { articleId, facts: permit.facts, contentHash, number, headline })
    await recordAudit(tx, actor, {
      action: 'article.sign',
      subject: `article:${articleId}`,
      label: headline,
      before: { workflow: permit.facts.workflow },
      after: { workflow, stage, revision: number, ...(words && { note: words }) },
    })
    await tellWriters(tx, actor, permit.facts, { kind: 'signed', articleId, text: headline })
    return { ok: true, stage, workflow }
  })
}

interface Signed {
  articleId: string
  facts: ArticleFacts
  contentHash: string
  /** the revision that was signed */
  number: number
  headline: string
}

/** The next stage; a text readers have already (快讯) is complete with its last signature. */
async function afterSignature(tx: Tx, actor: StaffActor, signed: Signed): Promise<Workflow> {
  const { articleId, facts, contentHash, number, headline } = signed
  const stages = stagesOf(facts.stages)
  const { signatures, liveRevision } = await readSignatures(tx, articleId)
  const unsigned = unsignedStages(stages, signatures, contentHash)
  const workflow = workflowAfter(
    stages,
    stages.filter((stage) => !unsigned.includes(stage)),
  )
  const isComplete = workflow === 'ready' && facts.publication === 'live' && liveRevision === number
  await moveOn(tx, actor, articleId, { workflow, waits: !isComplete, headline })
  if (isComplete) {
    await endRound(tx, articleId, number)
    await recordAudit(tx, actor, { action: 'article.complete-review', subject: `article:${articleId}`, label: headline })
  }
  return workflow
}
