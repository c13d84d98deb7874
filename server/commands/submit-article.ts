import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { submissionProblems } from '@/newsroom/desk/publication-check'
import { stagesOf, unsignedStages, type Workflow, workflowAfter } from '@/newsroom/desk/review'
import { readPictureFacts } from '@/server/picture-facts'
import type { Actor } from './actor'
import { cutRevision } from './cut-revision'
import { ensureDraft } from './ensure-draft'
import { moveOn } from './move-on'
import { permitArticle } from './permit-article'
import { readSignatures } from './read-signatures'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** 送审: the text as it is now goes to the first review that nobody signed it for; where none is asked for, it is ready. */
export async function submitArticle(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<Outcome<{ workflow: Workflow; revision: number }>> {
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'submit', articleId)
    if (!permit.ok) return permit
    const { facts } = permit
    const { content } = await ensureDraft(tx, articleId)
    const problems = submissionProblems(content, { pictures: await readPictureFacts(tx, content) })
    if (problems.length > 0) return refused(...problems)
    const { number, contentHash } = await cutRevision(tx, actor, articleId, 'submit')
    const stages = stagesOf(facts.stages)
    const { signatures } = await readSignatures(tx, articleId)
    const unsigned = unsignedStages(stages, signatures, contentHash)
    const signed = stages.filter((stage) => !unsigned.includes(stage))
    const workflow = workflowAfter(stages, signed)
    await tx.article.updateMany({ where: { id: articleId }, data: { returnReason: null } })
    await moveOn(tx, actor, articleId, { workflow, waits: true, headline: content.headline })
    await recordAudit(tx, actor, {
      action: 'article.submit',
      subject: `article:${articleId}`,
      label: content.headline,
      before: { workflow: facts.workflow },
      after: { workflow, revision: number },
    })
    return { ok: true, workflow, revision: number }
  })
}
