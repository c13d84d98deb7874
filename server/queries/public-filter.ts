import { Prisma } from '@/generated/prisma/client'
import type { Publication } from '@/newsroom/article'
import { siteTime } from '@/server/clock'
import { until } from '@/server/render-scope'

/**
 * What the public may see, written once: live (so neither withdrawn nor embargoed nor a draft) and its time has come.
 * `listedAt` is null unless live, in "Article" and, by trigger, in the join rows that carry it.
 */
export const isPublic = (alias: 'a' | 'l') => Prisma.sql`${Prisma.raw(alias)}."listedAt" <= now()`

/** Of a tag or an outlet (`n`) with nothing public now: whether readers had its address, or one that leads to it. */
export const wasShown = (table: 'Tag' | 'Source') => {
  const rows = Prisma.raw(`"${table}"`)
  return Prisma.sql`(n."mergedIntoId" IS NULL AND (n."shownAt" IS NOT NULL
    OR EXISTS (SELECT 1 FROM ${rows} m WHERE m."mergedIntoId" = n."id" AND m."shownAt" IS NOT NULL)))`
}

/** The same of one article already read. What says that its time has not come is true until it comes. */
export function isListed(listedAt: Date | null): listedAt is Date {
  if (listedAt === null) return false
  if (listedAt <= siteTime()) return true
  until(listedAt)
  return false
}

interface Standing {
  publication: Publication
  liveRevision: number | null
  publishedAt: Date | null
}

/** Readers had it once, and its address; what was planned and called off, or embargoed to its end, they never had. */
export const wasTakenOffline = ({ publication, liveRevision, publishedAt }: Standing): boolean =>
  publication === 'unpublished' && liveRevision !== null && isListed(publishedAt)
