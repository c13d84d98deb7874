import { Prisma } from '@/generated/prisma/client'
import { siteTime } from '@/server/clock'
import { until } from '@/server/render-scope'

/**
 * What the public may see, written once: live (so neither withdrawn nor embargoed nor a draft) and its time has come.
 * `listedAt` is null unless live, in "Article" and, by trigger, in the join rows that carry it.
 */
export const isPublic = (alias: 'a' | 'l') => Prisma.sql`${Prisma.raw(alias)}."listedAt" <= now()`

/** The same of one article already read. What says that its time has not come is true until it comes. */
export function isListed(listedAt: Date | null): listedAt is Date {
  if (listedAt === null) return false
  if (listedAt <= siteTime()) return true
  until(listedAt)
  return false
}
