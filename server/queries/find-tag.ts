import type { NamedPlace } from '@/newsroom/article'
import { LATEST, nameTag } from '@/newsroom/cache-tags'
import { db } from '@/server/db'
import { reads } from '@/server/render-scope'

export async function findTag(slug: string): Promise<(NamedPlace & { id: number }) | null> {
  const tag = await db().tag.findUnique({ where: { slug }, select: { id: true, slug: true, name: true } })
  reads(tag ? nameTag(`tag:${tag.id}`) : LATEST)
  return tag
}
