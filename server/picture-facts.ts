import type { DraftContent } from '@/newsroom/desk/draft'
import { picturesIn } from '@/newsroom/desk/draft-body'
import type { PictureFacts } from '@/newsroom/desk/publication-check'
import type { Tx } from './db'

/** What the library knows of the pictures of a draft: for `publicationProblems`. */
export async function readPictureFacts(tx: Pick<Tx, 'media'>, content: DraftContent): Promise<Map<string, PictureFacts>> {
  const ids = [...picturesIn(content.bodyHtml), ...(content.leadMediaId === null ? [] : [content.leadMediaId])]
  if (ids.length === 0) return new Map()
  const media = await tx.media.findMany({ where: { id: { in: ids } }, select: { id: true, state: true, alt: true } })
  return new Map(media.map(({ id, state, alt }) => [id, { state, alt }]))
}
