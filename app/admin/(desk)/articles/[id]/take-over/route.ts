import { z } from 'zod'
import { answer, faultAnswer, senderOf, sentTo } from '@/app/admin/desk-answer'
import { takeOver } from '@/server/commands/take-over'

const wish = z.object({ clientId: z.string().min(1).max(100), message: z.string().max(300) })

/** 接手编辑, with a word to whoever edits now. */
export async function POST(request: Request, { params }: RouteContext<'/admin/articles/[id]/take-over'>): Promise<Response> {
  const staff = await senderOf(request)
  if (staff instanceof Response) return staff
  const read = wish.safeParse(await sentTo(request))
  if (!read.success) return faultAnswer([{ code: 'unreadable' }])
  const outcome = await takeOver(staff, { articleId: (await params).id, ...read.data })
  return outcome.ok ? answer(outcome) : faultAnswer(outcome.errors)
}
