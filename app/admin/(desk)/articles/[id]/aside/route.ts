import { z } from 'zod'
import { answer, faultAnswer, senderOf, sentTo } from '@/app/admin/desk-answer'
import { draftContent } from '@/newsroom/desk/draft'
import { keepTextAside } from '@/server/commands/keep-text-aside'

const text = z.object({ content: draftContent })

/** Keeps a text beside the draft: nobody's words are lost because somebody else's stand. */
export async function POST(request: Request, { params }: RouteContext<'/admin/articles/[id]/aside'>): Promise<Response> {
  const staff = await senderOf(request)
  if (staff instanceof Response) return staff
  const read = text.safeParse(await sentTo(request))
  if (!read.success) return faultAnswer([{ code: 'unreadable' }])
  const outcome = await keepTextAside(staff, { articleId: (await params).id, content: read.data.content, reason: 'kept-aside' })
  return outcome.ok ? answer(outcome) : faultAnswer(outcome.errors)
}
