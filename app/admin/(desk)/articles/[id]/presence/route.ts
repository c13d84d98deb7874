import { z } from 'zod'
import { answer, faultAnswer, senderOf, sentTo } from '@/app/admin/desk-answer'
import { leaveArticle } from '@/server/commands/leave-article'
import { touchPresence } from '@/server/commands/touch-presence'

const touch = z.object({ clientId: z.string().min(1).max(100), edit: z.boolean(), leave: z.boolean().default(false) })

/** A tab says that it is here, or that it goes; and hears who else is. */
export async function POST(request: Request, { params }: RouteContext<'/admin/articles/[id]/presence'>): Promise<Response> {
  const staff = await senderOf(request)
  if (staff instanceof Response) return staff
  const read = touch.safeParse(await sentTo(request))
  if (!read.success) return faultAnswer([{ code: 'unreadable' }])
  const { clientId, edit, leave } = read.data
  const articleId = (await params).id
  if (leave) {
    await leaveArticle(staff, { articleId, clientId })
    return new Response(null, { status: 204 })
  }
  const outcome = await touchPresence(staff, { articleId, clientId, edit })
  return outcome.ok ? answer(outcome) : faultAnswer(outcome.errors)
}
