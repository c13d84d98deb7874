import { z } from 'zod'
import { answer, faultAnswer, senderOf, sentTo } from '@/app/admin/desk-answer'
import { currentStaff } from '@/app/admin/desk-session'
import { draftContent } from '@/newsroom/desk/draft'
import { leaveArticle } from '@/server/commands/leave-article'
import { saveDraft } from '@/server/commands/save-draft'
import { findEditorArticle } from '@/server/queries/find-editor-article'

const save = z.object({
  clientId: z.string().min(1).max(100),
  baseVersion: z.number().int().min(0),
  content: draftContent,
  isLast: z.boolean().default(false),
})

/** How an article stands, for the page that edits it. */
export async function GET(_: Request, { params }: RouteContext<'/admin/articles/[id]/draft'>): Promise<Response> {
  const staff = await currentStaff()
  if (!staff) return faultAnswer([{ code: 'signed-out' }])
  const article = await findEditorArticle(staff, (await params).id)
  return article ? answer(article) : faultAnswer([{ code: 'not-found' }])
}

/** Saves what is written: a plain address, so that a page of an earlier build still saves after the next one. */
export async function PUT(request: Request, { params }: RouteContext<'/admin/articles/[id]/draft'>): Promise<Response> {
  const staff = await senderOf(request)
  if (staff instanceof Response) return staff
  const read = save.safeParse(await sentTo(request))
  if (!read.success) return faultAnswer([{ code: 'unreadable', field: read.error.issues[0]?.path.join('.') ?? '' }])
  const { isLast, ...draft } = read.data
  const articleId = (await params).id
  const outcome = await saveDraft(staff, { articleId, ...draft })
  // A save makes its tab the one that edits; a tab that is gone would keep everybody else waiting.
  if (isLast) await leaveArticle(staff, { articleId, clientId: draft.clientId })
  if (outcome.ok) return answer(outcome)
  return faultAnswer(outcome.errors, outcome.current ? { current: outcome.current } : {})
}
