import type { NamedPlace } from '@/newsroom/article'
import { LATEST, nameTag } from '@/newsroom/cache-tags'
import { db } from '@/server/db'
import { reads } from '@/server/render-scope'

export async function findSource(slug: string): Promise<(NamedPlace & { id: number; url: string | null }) | null> {
  const source = await db().source.findUnique({ where: { slug }, select: { id: true, slug: true, name: true, url: true } })
  reads(source ? nameTag(`source:${source.id}`) : LATEST)
  return source
}
