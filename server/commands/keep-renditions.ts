import type { Rendition } from '@/newsroom/rendition'
import type { Tx } from '@/server/db'
import { dropPagesAround } from './drop-pages'
import { transact } from './transact'

/** All sizes of a picture are there: whatever shows it shows these. */
export async function keepRenditions(id: string, renditions: Rendition[]): Promise<void> {
  await transact(async (tx) => {
    await dropPagesAround(tx, await liveUses(tx, id), [], async () => {
      const data = { renditions: renditions.map((rendition) => ({ ...rendition })), state: 'ready' as const, fault: null }
      await tx.media.updateMany({ where: { id }, data })
    })
  })
}

/** Faults that pass: whoever makes its sizes comes again. */
export const NOT_YET = ['media.unrendered', 'media.no-original']

/** They could not be made; `fault` is a text of faults.json. What the picture has so far stays. */
export async function markUnrendered(id: string, fault: string): Promise<void> {
  await transact((tx) => tx.media.updateMany({ where: { id, state: { not: 'ready' } }, data: { state: 'failed', fault } }))
}

/** The live articles that show a picture, as lead or in their text. */
export async function liveUses(tx: Tx, mediaId: string): Promise<string[]> {
  const uses = await tx.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Article" a WHERE a."publication" = 'live' AND (a."leadMediaId" = ${mediaId}
      OR EXISTS (SELECT 1 FROM "MediaUse" u WHERE u."mediaId" = ${mediaId} AND u."articleId" = a."id"))`
  return uses.map(({ id }) => id)
}
