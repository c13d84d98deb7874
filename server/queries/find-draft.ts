import { articlePath } from '@/newsroom/addresses'
import { isArticleId } from '@/newsroom/article-id'
import { denials } from '@/newsroom/desk/denials'
import type { DraftForEditor } from '@/newsroom/desk/draft-for-editor'
import { draftHash } from '@/newsroom/desk/draft-hash'
import { may } from '@/newsroom/desk/permission'
import { publicationProblems } from '@/newsroom/desk/publication-check'
import { stagesOf } from '@/newsroom/desk/review'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readStandingText } from '@/server/article-content'
import { readArticleFacts } from '@/server/article-facts'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { readPictureFacts } from '@/server/picture-facts'
import { readWorkingDraft } from '@/server/working-draft'
import { findDraftLabels } from './find-draft-labels'

/** An article as its editor opens it; null where there is none, or none for whoever asks. */
export async function findDraft(actor: StaffActor, articleId: string): Promise<DraftForEditor | null> {
  if (!isArticleId(articleId)) return null
  const facts = await readArticleFacts(db(), articleId)
  if (!facts || !may(actor, 'read', facts)) return null
  const [article, draft, standing, openComments] = await Promise.all([
    findState(articleId),
    readWorkingDraft(db(), articleId),
    facts.publication === 'live' ? readStandingText(db(), articleId) : null,
    db().comment.count({ where: { articleId, parentId: null, resolvedAt: null } }),
  ])
  if (!article || !draft) return null
  const { content, contentHash, version, savedAt, savedByName } = draft
  const [labels, pictures] = await Promise.all([findDraftLabels(content), readPictureFacts(db(), content)])
  const { publishedAt, plannedFor, embargoUntil, urgentAt, waitingSince, returnReason, reviewRound } = article
  return {
    id: articleId,
    ...{ version, content, contentHash, savedAt, savedByName, labels, facts },
    publication: facts.publication,
    workflow: facts.workflow,
    createdByName: article.createdBy?.name ?? null,
    path: standing && publishedAt ? articlePath({ id: articleId, publishedAt }, config().SITE_TIMEZONE) : null,
    plannedFor: plannedFor?.toISOString().slice(0, 10) ?? null,
    ...{ publishedAt, embargoUntil, urgentAt, waitingSince, returnReason, reviewRound },
    stages: stagesOf(facts.stages),
    signatures: article.signatures
      .filter(({ round }) => round === reviewRound)
      .map(({ stage, staff, signedAt, note, voidedAt, contentHash: signed }) => {
        return { stage, name: staff.name, at: signedAt, note, valid: voidedAt === null && signed === contentHash }
      }),
    schedules: article.schedules.map(({ id, action, at, createdBy, fault }) => ({
      ...{ id, action, at, fault },
      createdByName: createdBy?.name ?? null,
    })),
    liveHash: standing && draftHash(standing.content),
    liveTagIds: standing?.content.tagIds ?? null,
    openComments,
    permissions: denials(actor, facts),
    problems: publicationProblems(content, { pictures, embargoUntil }),
  }
}

const named = { select: { name: true } } as const

async function findState(id: string) {
  return await db().article.findUnique({
    where: { id },
    select: {
      publishedAt: true,
      plannedFor: true,
      embargoUntil: true,
      urgentAt: true,
      waitingSince: true,
      returnReason: true,
      reviewRound: true,
      createdBy: named,
      signatures: { include: { staff: named }, orderBy: { id: 'asc' } },
      schedules: { where: { doneAt: null, canceledAt: null }, include: { createdBy: named }, orderBy: { at: 'asc' } },
    },
  })
}
