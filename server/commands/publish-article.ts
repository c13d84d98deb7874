import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { ArticleFacts } from '@/newsroom/desk/permission'
import { publicationProblems } from '@/newsroom/desk/publication-check'
import { publicationTime } from '@/newsroom/desk/publication-time'
import { isSignedOff, stagesOf } from '@/newsroom/desk/review'
import type { Tx } from '@/server/db'
import { readPictureFacts } from '@/server/picture-facts'
import type { WorkingDraft } from '@/server/working-draft'
import type { Actor } from './actor'
import { cancelSchedules } from './cancel-schedules'
import { cutRevision } from './cut-revision'
import { databaseNow } from './database-now'
import { ensureDraft } from './ensure-draft'
import { permitArticle } from './permit-article'
import { publishNow } from './publish-now'
import { readSignatures } from './read-signatures'
import { schedulePublication } from './schedule-publication'
import { transact } from './transact'

export interface PublicationWanted {
  articleId: string
  /** at once where it is not said, or has passed */
  at?: Date | undefined
  /** 快讯: before its reviews are complete */
  urgent?: boolean | undefined
}

export interface Published {
  publication: 'live' | 'scheduled'
  /** when it went out, or goes out */
  at: Date
}

/** 签发: puts an article online, or a changed text in its place, now or at a time; 快讯 goes out before its reviews are complete. */
export async function publishArticle(
  actor: Actor,
  { articleId, at, urgent = false }: PublicationWanted,
): Promise<Outcome<Published>> {
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, urgent ? 'publish-urgent' : 'publish', articleId)
    if (!permit.ok) return permit
    const { facts } = permit
    const article = await tx.article.findUniqueOrThrow({ where: { id: articleId } })
    const now = await databaseNow(tx)
    const time = publicationTime({ now, at: urgent ? now : (at ?? null), embargoUntil: article.embargoUntil })
    if (time === null) return refused({ code: 'schedule.too-far', field: 'at' })
    const draft = await ensureDraft(tx, articleId)
    const pictures = await readPictureFacts(tx, draft.content)
    const problems = publicationProblems(draft.content, { pictures, publishAt: time, embargoUntil: article.embargoUntil })
    if (problems.length > 0) return refused(...problems)
    if (!urgent && !(await isApproved(tx, actor, articleId, facts, draft))) return refused({ code: 'publish.unsigned' })
    if (article.publication === 'live' && article.liveRevision === draft.revision && (await hasTags(tx, articleId, draft)))
      return refused({ code: 'publish.nothing-new' })
    const text = await cutRevision(tx, actor, articleId, time > now ? 'schedule' : 'publish')
    const publication = { articleId, facts, article, text }
    if (time > now) return { ok: true, publication: 'scheduled', at: await schedulePublication(tx, actor, publication, time) }
    await cancelSchedules(tx, articleId, ['publish', 'change'])
    return { ok: true, publication: 'live', at: await publishNow(tx, actor, publication, { now, urgent }) }
  })
}

async function isApproved(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { stages }: ArticleFacts,
  draft: WorkingDraft,
): Promise<boolean> {
  if (actor.kind === 'system') return true
  const { signatures } = await readSignatures(tx, articleId)
  return isSignedOff(stagesOf(stages), signatures, draft.contentHash)
}

/** Tags are no part of a revision: another one is a change of its own. */
async function hasTags(tx: Tx, articleId: string, { content }: WorkingDraft): Promise<boolean> {
  const tags = await tx.articleTag.findMany({ where: { articleId }, orderBy: { position: 'asc' }, select: { tagId: true } })
  return tags.map(({ tagId }) => tagId).join() === content.tagIds.join()
}
