import type { Media } from '@/generated/prisma/client'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import type { Tx } from '@/server/db'

/** A picture for somebody who may change it, its row held: an editor any, whoever uploaded it their own. */
export async function holdMedia(tx: Tx, actor: StaffActor, id: string): Promise<Outcome<{ media: Media }>> {
  await tx.$queryRaw`SELECT 1 FROM "Media" WHERE "id" = ${id} FOR UPDATE`
  const media = await tx.media.findUnique({ where: { id } })
  if (!media) return refused({ code: 'not-found' })
  const isOwn = media.uploadedById === actor.id && mayAtDesk(actor, 'upload-media')
  return isOwn || mayAtDesk(actor, 'manage-media') ? { ok: true, media } : refused({ code: 'denied.role' })
}

/** What the record calls a picture. */
export const mediaLabel = ({ fileName, origin }: Pick<Media, 'fileName' | 'origin'>): string => fileName ?? origin

/** How many articles show it, live or in a draft. */
export async function countUses(tx: Tx, id: string): Promise<number> {
  const [uses] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Article" a WHERE a."leadMediaId" = ${id}
      OR EXISTS (SELECT 1 FROM "MediaUse" u WHERE u."mediaId" = ${id} AND u."articleId" = a."id")`
  return uses?.count ?? 0
}
