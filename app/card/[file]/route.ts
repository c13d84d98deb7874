import { imageAnswer } from '@/app/card/image-answer'
import { findCard } from '@/server/queries/find-card'

export const dynamic = 'force-dynamic'

/** `/card/{id}.png`, `/card/{id}-square.png` in type; `/card/{id}.jpg`, `-square`, `-4x3`, `-16x9` out of the lead picture. */
export async function GET(_: Request, { params }: RouteContext<'/card/[file]'>) {
  return imageAnswer(await findCard((await params).file))
}
