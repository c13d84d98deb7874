import type { DraftContent } from '@/newsroom/desk/draft'
import { draftHash } from '@/newsroom/desk/draft-hash'
import { type LabelChange, sameIds, withLabels } from '@/newsroom/desk/labels'
import { type Fault, type Outcome, refused } from '@/newsroom/desk/outcome'
import { type ArticleFacts, isSettled } from '@/newsroom/desk/permission'
import { readStandingText } from '@/server/article-content'
import { publishTags } from '@/server/bus'
import type { Tx } from '@/server/db'
import { readWorkingDraft, type WorkingDraft } from '@/server/working-draft'
import type { Actor } from './actor'
import { announceArticles } from './announce-articles'
import { placesOf, tagsOfPlaces } from './article-tags'
import { permitArticle } from './permit-article'
import { replaceDraft } from './put-draft'
import { recordAudit } from './record-audit'
import { transact } from './transact'

export interface ArticleToLabel extends LabelChange {
  articleId: string
}

/**
 * Files an article anew: in the text in work, and at once where readers find it. Tags are no part of what is signed; a
 * category is, so it is not changed under a reviewer's hands.
 */
export async function labelArticle(
  actor: Actor,
  { articleId, ...change }: ArticleToLabel,
): Promise<Outcome<{ changed: boolean }>> {
  return await transact(async (tx): Promise<Outcome<{ changed: boolean }>> => {
    const permit = await permitArticle(tx, actor, 'label', articleId)
    if (!permit.ok) return permit
    const { facts } = permit
    const unknown = await findUnknown(tx, change)
    if (unknown.length > 0) return refused(...unknown)
    const draft = await readWorkingDraft(tx, articleId)
    if (!draft) return refused({ code: 'not-found' })
    const labels = withLabels(draft.content, change)
    const isRefiled = !sameIds(labels.categoryIds, draft.content.categoryIds)
    if (isRefiled && !mayRefile(facts)) return refused({ code: 'label.reviewed' })
    const onPage = await relabelPage(tx, articleId, facts, draft, change)
    const inDraft = draft.kept && (isRefiled || !sameIds(labels.tagIds, draft.content.tagIds))
    if (inDraft) await relabelDraft(tx, articleId, { facts, draft, content: { ...draft.content, ...labels } })
    if (!inDraft && !onPage) return { ok: true, changed: false }
    await tx.$executeRaw`UPDATE "Article" SET "touchedAt" = clock_timestamp() WHERE "id" = ${articleId}`
    await recordAudit(tx, actor, {
      action: 'article.label',
      subject: `article:${articleId}`,
      label: draft.content.headline,
      before: { categoryIds: draft.content.categoryIds, tagIds: draft.content.tagIds },
      after: labels,
    })
    return { ok: true, changed: true }
  })
}

/** Nobody reads it for a signature now, nor did anybody sign what waits to be published. */
const mayRefile = (facts: ArticleFacts) => facts.workflow === 'draft' || facts.workflow === 'returned' || isSettled(facts)

async function findUnknown(tx: Tx, { addTagIds, category }: LabelChange): Promise<Fault[]> {
  const tags = await tx.tag.findMany({ where: { id: { in: addTagIds }, mergedIntoId: null }, select: { id: true } })
  const missing = addTagIds.filter((id) => !tags.some((tag) => tag.id === id))
  const faults = missing.map((id): Fault => ({ code: 'unknown.tag', params: { id } }))
  if (category === null) return faults
  const count = await tx.category.count({ where: { id: category.id, mergedIntoId: null } })
  return count === 1 ? faults : [...faults, { code: 'unknown.category', params: { id: category.id } }]
}

/** What readers see keeps its own labels while another text is written: the change is made to each. */
async function relabelPage(
  tx: Tx,
  articleId: string,
  facts: ArticleFacts,
  draft: WorkingDraft,
  change: LabelChange,
): Promise<boolean> {
  const isLive = facts.publication === 'live'
  // What nobody sees and has a draft is filed by the database, as the draft says.
  if (!isLive && draft.kept) return false
  const standing = await readStandingText(tx, articleId)
  if (!standing) return false
  const { categoryIds, tagIds } = withLabels(standing.content, change)
  if (sameIds(categoryIds, standing.content.categoryIds) && sameIds(tagIds, standing.content.tagIds)) return false
  const before = isLive ? await placesOf(tx, [articleId]) : []
  await tx.articleCategory.deleteMany({ where: { articleId } })
  await tx.articleTag.deleteMany({ where: { articleId } })
  await tx.articleCategory.createMany({ data: categoryIds.map((categoryId, position) => ({ articleId, categoryId, position })) })
  await tx.articleTag.createMany({ data: tagIds.map((tagId, position) => ({ articleId, tagId, position })) })
  await tx.$executeRaw`UPDATE "Article" SET "version" = "version" + 1 WHERE "id" = ${articleId}`
  const after = isLive ? await placesOf(tx, [articleId]) : []
  await publishTags(tx, await tagsOfPlaces(tx, [...before, ...after]))
  if (isLive) await announceArticles(tx, [{ articleId, kind: 'refiled' }])
  return true
}

interface Relabelled {
  facts: ArticleFacts
  draft: WorkingDraft
  content: DraftContent
}

async function relabelDraft(tx: Tx, articleId: string, { facts, draft, content }: Relabelled): Promise<void> {
  const isSameText = draftHash(content) === draft.contentHash || isSettled(facts)
  const { savedById, version } = draft
  const writerIds = [...facts.writerIds]
  // Whoever wrote the text did not write less of it; no tab may take this for an answer of its own that got lost.
  const put = { articleId, content, savedById, savedByClient: null, writerIds, revision: isSameText ? draft.revision : null }
  const saved = await replaceDraft(tx, put, version)
  if (!saved) throw new Error(`the draft of ${articleId} changed while its article was held`)
}
