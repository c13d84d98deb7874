import { imageAnswer } from '@/app/card/image-answer'
import { findPoster } from '@/server/queries/find-card'

export const dynamic = 'force-dynamic'

/** `/poster/{id}.png`, and `.jpg` for messengers that shrink what is large. */
export async function GET(_: Request, { params }: RouteContext<'/poster/[file]'>) {
  return imageAnswer(await findPoster((await params).file))
}
