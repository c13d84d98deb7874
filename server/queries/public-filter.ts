import { Prisma } from '@/generated/prisma/client'

/**
 * What the public may see, written once: live (so neither withdrawn nor embargoed nor a draft) and its time has come.
 * `listedAt` is null unless live, in "Article" and, by trigger, in the join rows that carry it.
 */
export const isPublic = (alias: 'a' | 'l') => Prisma.sql`${Prisma.raw(alias)}."listedAt" <= now()`

/** The same of one article already read. */
export const isListed = (listedAt: Date | null): listedAt is Date => listedAt !== null && listedAt <= new Date()
