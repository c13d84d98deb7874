import { Prisma } from '@/generated/prisma/client'
import { type CacheTag, NAMES, redirectTag } from '@/newsroom/cache-tags'
import type { Tx } from '@/server/db'
import type { Mergeable } from './merge-kinds'

/** A page of a name moves: its old address leads on from now, and the new one is free of any that led elsewhere. */
export async function changeAddress(
  tx: Tx,
  what: Mergeable,
  id: number,
  slugs: { old: string; new: string },
): Promise<CacheTag[]> {
  if (!what.folder || !what.redirectColumn || slugs.old === slugs.new) return []
  const column = Prisma.raw(`"${what.redirectColumn}"`)
  const [old, now] = [slugs.old, slugs.new].map((slug) => `/${what.folder}/${slug}`)
  await tx.$executeRaw`DELETE FROM "Redirect" WHERE "path" IN (${old}, ${now})`
  await tx.$executeRaw`INSERT INTO "Redirect" ("path", ${column}) VALUES (${old}, ${id})`
  return [NAMES, ...[old, now].flatMap((path) => (path ? [redirectTag(path), redirectTag(`${path}/`)] : []))]
}
