import { Prisma } from '@/generated/prisma/client'
import { until } from '@/server/render-scope'

/**
 * What the public may see, written once: live (so neither withdrawn nor embargoed nor a draft) and its time has come.
 * `listedAt` is null unless live, in "Article" and, by trigger, in the join rows that carry it.
 */
export const isPublic = (alias: 'a' | 'l') => Prisma.sql`${Prisma.raw(alias)}."listedAt" <= now()`

/** The same of one article already read. A clock behind the database's does not see it yet: what it makes then ends when it does. */
export function isListed(listedAt: Date | null): listedAt is Date {
  if (listedAt === null) return false
  const isTime = listedAt <= new Date()
  if (!isTime) until(listedAt)
  return isTime
}
