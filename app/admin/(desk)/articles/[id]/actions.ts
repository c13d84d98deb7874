'use server'
import { z } from 'zod'
import { act } from '@/app/admin/desk-action'
import { type CommentThread, MOST_COMMENT_CHARACTERS, textQuote } from '@/newsroom/desk/comment'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { TextQuote } from '@/newsroom/desk/text-quote'
import { addComment } from '@/server/commands/add-comment'
import { cancelSchedule } from '@/server/commands/cancel-schedule'
import { correctArticle } from '@/server/commands/correct-article'
import { createPerson } from '@/server/commands/create-person'
import { createSource } from '@/server/commands/create-source'
import { createTag } from '@/server/commands/create-tag'
import { discardArticle, recoverArticle } from '@/server/commands/discard-article'
import { publishArticle } from '@/server/commands/publish-article'
import { recallArticle } from '@/server/commands/recall-article'
import { resolveComment } from '@/server/commands/resolve-comment'
import { restoreArticle } from '@/server/commands/restore-article'
import { returnArticle } from '@/server/commands/return-article'
import { revokeCorrection } from '@/server/commands/revoke-correction'
import { revokePreview } from '@/server/commands/revoke-preview'
import { saveRevision } from '@/server/commands/save-revision'
import { scheduleUnpublish } from '@/server/commands/schedule-unpublish'
import { setDates } from '@/server/commands/set-dates'
import { openPreview, sharePreview } from '@/server/commands/share-preview'
import { signArticle } from '@/server/commands/sign-article'
import { submitArticle } from '@/server/commands/submit-article'
import { unpublishArticle } from '@/server/commands/unpublish-article'
import { withdrawArticle } from '@/server/commands/withdraw-article'
import { findDenial } from '@/server/queries/find-denial'
import { listComments } from '@/server/queries/list-comments'
import { listPreviews, type PreviewLinkLine } from '@/server/queries/list-previews'

const id = z.string().max(20)
const words = z.string().max(5_000)
const instant = z.iso.datetime().transform((text) => new Date(text))
const named = z.string().max(200)

const article = z.object({ articleId: id })

export async function submitAction(articleId: string): Promise<Outcome> {
  return await act(article, { articleId }, submitArticle)
}

export async function recallAction(articleId: string): Promise<Outcome> {
  return await act(article, { articleId }, recallArticle)
}

const signature = z.object({ articleId: id, contentHash: z.string().max(100), note: words })

export async function signAction(articleId: string, contentHash: string, note: string): Promise<Outcome> {
  return await act(signature, { articleId, contentHash, note }, signArticle)
}

const reasoned = z.object({ articleId: id, reason: words })

export async function returnAction(articleId: string, reason: string): Promise<Outcome> {
  return await act(reasoned, { articleId, reason }, returnArticle)
}

const publication = z.object({ articleId: id, at: instant.optional(), urgent: z.boolean().optional() })

export async function publishAction(articleId: string, input: { at?: string; urgent?: boolean }): Promise<Outcome> {
  return await act(publication, { articleId, ...input }, publishArticle)
}

const scheduled = z.object({ articleId: id, action: z.enum(['publish', 'unpublish']) })

export async function cancelScheduleAction(articleId: string, action: 'publish' | 'unpublish'): Promise<Outcome> {
  return await act(scheduled, { articleId, action }, cancelSchedule)
}

const timed = z.object({ articleId: id, at: instant })

export async function scheduleUnpublishAction(articleId: string, at: string): Promise<Outcome> {
  return await act(timed, { articleId, at }, scheduleUnpublish)
}

const dates = z.object({ articleId: id, plannedFor: z.iso.date().nullish(), embargoUntil: instant.nullish() })

export async function setDatesAction(
  articleId: string,
  input: { plannedFor?: string | null; embargoUntil?: string | null },
): Promise<Outcome> {
  return await act(dates, { articleId, ...input }, setDates)
}

export async function unpublishAction(articleId: string): Promise<Outcome> {
  return await act(article, { articleId }, unpublishArticle)
}

const withdrawal = z.object({ articleId: id, reason: words, approver: named, notice: words })

export async function withdrawAction(
  articleId: string,
  input: { reason: string; approver: string; notice: string },
): Promise<Outcome> {
  return await act(withdrawal, { articleId, ...input }, withdrawArticle)
}

export async function restoreAction(articleId: string, reason: string): Promise<Outcome> {
  return await act(reasoned, { articleId, reason }, restoreArticle)
}

const correction = z.object({ articleId: id, wrong: words, right: words })

export async function correctAction(articleId: string, input: { wrong: string; right: string }): Promise<Outcome> {
  return await act(correction, { articleId, ...input }, correctArticle)
}

const revocation = z.object({ correctionId: z.number().int(), reason: words })

export async function revokeCorrectionAction(correctionId: number, reason: string): Promise<Outcome> {
  return await act(revocation, { correctionId, reason }, revokeCorrection)
}

export async function discardAction(articleId: string, discarded: boolean): Promise<Outcome> {
  const command = discarded ? discardArticle : recoverArticle
  return await act(article, { articleId }, command)
}

export async function saveRevisionAction(articleId: string): Promise<Outcome> {
  return await act(article, { articleId }, saveRevision)
}

const shared = z.object({ articleId: id, hours: z.number().int() })

export async function sharePreviewAction(articleId: string, hours: number): Promise<Outcome<{ path: string }>> {
  return await act(shared, { articleId, hours }, sharePreview)
}

/** An address for the desk's own frame. */
export async function framePreviewAction(articleId: string): Promise<Outcome<{ path: string }>> {
  return await act(article, { articleId }, openPreview)
}

export async function listPreviewsAction(articleId: string): Promise<Outcome<{ links: PreviewLinkLine[] }>> {
  return await act(article, { articleId }, async (staff, input) => {
    const why = await findDenial(staff, 'share-preview', input.articleId)
    return why ? refused(why) : { ok: true, links: await listPreviews(staff, input.articleId) }
  })
}

const link = z.object({ articleId: id, id: z.string().max(100) })

export async function revokePreviewAction(articleId: string, linkId: string): Promise<Outcome> {
  return await act(link, { articleId, id: linkId }, revokePreview)
}

const name = z.object({ name: named })

export async function createTagAction(tagName: string): Promise<Outcome<{ id: number; name: string }>> {
  return await act(name, { name: tagName }, createTag)
}

export async function createPersonAction(personName: string): Promise<Outcome<{ id: number; name: string }>> {
  return await act(name, { name: personName }, createPerson)
}

export async function createSourceAction(sourceName: string): Promise<Outcome<{ id: number; name: string }>> {
  return await act(name, { name: sourceName }, createSource)
}

export async function listCommentsAction(articleId: string): Promise<Outcome<{ threads: CommentThread[] }>> {
  return await act(article, { articleId }, async (staff, input) => {
    const why = await findDenial(staff, 'comment', input.articleId)
    return why ? refused(why) : { ok: true, threads: await listComments(staff, input.articleId) }
  })
}

const comment = z.object({
  articleId: id,
  text: z.string().max(MOST_COMMENT_CHARACTERS),
  quote: textQuote.nullable(),
  parentId: z.number().int().nullable(),
})

export async function addCommentAction(
  articleId: string,
  input: { text: string; quote: TextQuote | null; parentId: number | null },
): Promise<Outcome> {
  return await act(comment, { articleId, ...input }, addComment)
}

const resolution = z.object({ commentId: z.number().int(), resolved: z.boolean() })

export async function resolveCommentAction(commentId: number, resolved: boolean): Promise<Outcome> {
  return await act(resolution, { commentId, resolved }, resolveComment)
}
