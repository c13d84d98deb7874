import { calendarDay } from '@/newsroom/calendar'
import type { TokenScope } from '@/newsroom/desk/api-token'
import { config } from '@/server/config'
import { db } from '@/server/db'

interface Named {
  id: number
  name: string
}

export interface TokenRow {
  id: number
  name: string
  wire: string
  /** its first characters */
  prefix: string
  publishes: boolean
  /** none: every category */
  categories: Named[]
  /** `2026-11-30`; null: never */
  usedOn: string | null
  /** the last day it is good for; null: it does not end */
  until: string | null
  state: 'good' | 'ended' | 'revoked'
  madeBy: string
  made: string
}

export interface TokenRegister {
  tokens: TokenRow[]
  categories: (Named & { initials: string })[]
}

/** Every token there is or was; those that are good come first. */
export async function listTokens(): Promise<TokenRegister> {
  const [rows, categories] = await Promise.all([
    db().apiToken.findMany({
      orderBy: [{ revokedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'desc' }],
      omit: { tokenHash: true },
      include: { createdBy: { select: { name: true } } },
    }),
    db().category.findMany({
      where: { mergedIntoId: null },
      orderBy: { sortKey: 'asc' },
      select: { id: true, name: true, initials: true },
    }),
  ])
  const named = new Map(categories.map(({ id, name }) => [id, { id, name }]))
  const now = new Date()
  return {
    tokens: rows.map(({ id, name, wire, prefix, scopes, categoryIds, usedOn, expiresAt, revokedAt, createdBy, createdAt }) => ({
      id,
      name,
      wire,
      prefix,
      publishes: scopes.includes('ingest:publish' satisfies TokenScope),
      categories: categoryIds.flatMap((categoryId) => named.get(categoryId) ?? []),
      usedOn: usedOn?.toISOString().slice(0, 10) ?? null,
      until: expiresAt && calendarDay(new Date(expiresAt.getTime() - 1), config().SITE_TIMEZONE),
      state: revokedAt ? 'revoked' : expiresAt && expiresAt <= now ? 'ended' : 'good',
      madeBy: createdBy.name,
      made: createdAt.toISOString(),
    })),
    categories,
  }
}
