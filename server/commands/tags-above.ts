import { type CacheTag, nameTag } from '@/newsroom/cache-tags'
import type { Tx } from '@/server/db'

/** Of the categories right above these: their pages list them. */
export async function tagsAbove(tx: Tx, ids: number[]): Promise<CacheTag[]> {
  const below = await tx.category.findMany({ where: { id: { in: ids }, parentId: { not: null } }, select: { parentId: true } })
  return below.map(({ parentId }) => nameTag(`category:${Number(parentId)}`))
}
