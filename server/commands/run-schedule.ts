import type { ArticleFacts } from '@/newsroom/desk/permission'
import { publicationProblems } from '@/newsroom/desk/publication-check'
import { isSignedOff, stagesOf } from '@/newsroom/desk/review'
import { holdArticle } from '@/server/article-facts'
import type { Tx } from '@/server/db'
import { readPictureFacts } from '@/server/picture-facts'
import { readWorkingDraft } from '@/server/working-draft'
import type { Actor } from './actor'
import type { ScheduledAction } from './cancel-schedules'
import { databaseNow } from './database-now'
import { notify } from './notify'
import { publishNow } from './publish-now'
import { takeOffline } from './put-online'
import { readSignatures } from './read-signatures'
import { recordAudit } from './record-audit'
import { transact } from './transact'

interface DueSchedule {
  id: number
  articleId: string
  action: ScheduledAction
  at: Date
  revision: number | null
  createdById: string | null
}

/** `idle`: done already, called off, or not due. `fault`: it could not be done, and somebody was told. */
export type ScheduleRun = 'done' | 'fault' | 'idle'

/** Does what was scheduled when its time has come: once, however many ask, and only with the text that was signed for it. */
export async function runSchedule(actor: Actor, scheduleId: number): Promise<ScheduleRun> {
  return await transact(async (tx) => {
    const known = await tx.schedule.findUnique({ where: { id: scheduleId }, select: { articleId: true } })
    const facts = known && (await holdArticle(tx, known.articleId))
    const [due] = await tx.$queryRaw<DueSchedule[]>`
      SELECT "id", "articleId", "action"::text, "at", "revision", "createdById" FROM "Schedule"
      WHERE "id" = ${scheduleId} AND "doneAt" IS NULL AND "canceledAt" IS NULL AND "fault" IS NULL AND "at" <= clock_timestamp()
      FOR UPDATE`
    if (!facts || !due) return 'idle'
    const fault = due.action === 'unpublish' ? await unpublish(tx, actor, facts, due) : await publish(tx, actor, facts, due)
    if (fault === null) {
      await tx.$executeRaw`UPDATE "Schedule" SET "doneAt" = clock_timestamp() WHERE "id" = ${scheduleId}`
      return 'done'
    }
    await giveUp(tx, actor, due, fault)
    return 'fault'
  })
}

/** A code of faults.json, or null when it was done. */
type ScheduleFault = 'schedule.changed' | 'schedule.unsigned' | 'schedule.incomplete' | 'schedule.state'

async function unpublish(
  tx: Tx,
  actor: Actor,
  facts: ArticleFacts,
  { articleId, at }: DueSchedule,
): Promise<ScheduleFault | null> {
  if (facts.publication !== 'live') return 'schedule.state'
  await takeOffline(tx, articleId, 'unpublished')
  await recordAudit(tx, actor, {
    action: 'article.unpublish',
    subject: `article:${articleId}`,
    label: await headlineOf(tx, articleId),
    before: { publication: 'live' },
    after: { publication: 'unpublished', scheduledFor: at.toISOString() },
  })
  return null
}

async function publish(tx: Tx, actor: Actor, facts: ArticleFacts, due: DueSchedule): Promise<ScheduleFault | null> {
  const { articleId } = due
  if (facts.discarded || facts.publication === 'withdrawn') return 'schedule.state'
  const draft = await readWorkingDraft(tx, articleId)
  if (!draft || draft.revision !== due.revision || due.revision === null) return 'schedule.changed'
  const { signatures } = await readSignatures(tx, articleId)
  const isReady = facts.workflow === 'ready' && isSignedOff(stagesOf(facts.stages), signatures, draft.contentHash)
  if (!isReady) return 'schedule.unsigned'
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId } })
  const embargoUntil = article.publication === 'live' ? null : article.embargoUntil
  const pictures = await readPictureFacts(tx, draft.content)
  const problems = publicationProblems(draft.content, { pictures, publishAt: due.at, embargoUntil })
  if (problems.length > 0) return 'schedule.incomplete'
  const now = due.action === 'publish' ? due.at : await databaseNow(tx)
  const text = { number: due.revision, contentHash: draft.contentHash, content: draft.content }
  await publishNow(tx, actor, { articleId, facts, article, text }, { now, urgent: false })
  return null
}

/** It stays open, with its fault, until somebody schedules it anew or calls it off. */
async function giveUp(
  tx: Tx,
  actor: Actor,
  { id, articleId, action, at, createdById }: DueSchedule,
  fault: ScheduleFault,
): Promise<void> {
  const headline = await headlineOf(tx, articleId)
  await tx.schedule.updateMany({ where: { id }, data: { fault } })
  await recordAudit(tx, actor, {
    action: 'article.schedule-failed',
    subject: `article:${articleId}`,
    label: headline,
    after: { action, at: at.toISOString(), fault },
  })
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { createdById: true } })
  const concerned = [createdById, article.createdById].flatMap((staffId) => staffId ?? [])
  await notify(tx, concerned, { kind: 'late', articleId, from: null, text: headline })
}

const headlineOf = async (tx: Tx, articleId: string) => (await readWorkingDraft(tx, articleId))?.content.headline ?? ''
