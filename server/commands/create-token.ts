import { nextPeriod, startOfPeriod } from '@/newsroom/calendar'
import { type NewApiToken, TOKEN_MARK, type TokenScope, tokenPrefix } from '@/newsroom/desk/api-token'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { config } from '@/server/config'
import { newToken, tokenHash } from '@/server/link-token'
import { followMerges, led } from './follow-merges'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/** Makes a token for a wire. It is told this once: only its hash is kept. */
export async function createToken(actor: StaffActor, wanted: NewApiToken): Promise<Outcome<{ token: string }>> {
  if (!mayAtDesk(actor, 'manage-tokens')) return refused({ code: 'denied.role' })
  const { name, wire, publish, until } = wanted
  const expiresAt = until === '' ? null : startOfPeriod(nextPeriod(until), config().SITE_TIMEZONE)
  if (expiresAt && !(expiresAt > new Date())) return refused({ code: 'token.until', field: 'until' })
  const token = TOKEN_MARK + newToken()
  const scopes: TokenScope[] = publish ? ['ingest:draft', 'ingest:publish'] : ['ingest:draft']
  return await transact(async (tx) => {
    const categoryIds = led(await followMerges(tx, 'category', wanted.categoryIds), wanted.categoryIds)
    // One that is gone must not leave a token for all of them.
    if (categoryIds.length === 0 && wanted.categoryIds.length > 0)
      return refused({ code: 'unknown.category', field: 'categoryIds', params: { id: wanted.categoryIds[0] ?? 0 } })
    const { id } = await tx.apiToken.create({
      data: {
        name,
        wire,
        tokenHash: tokenHash(token),
        prefix: tokenPrefix(token),
        scopes,
        categoryIds,
        expiresAt,
        createdById: actor.id,
      },
      select: { id: true },
    })
    const after = { wire, scopes, categoryIds, until: until || null }
    await recordAudit(tx, actor, { action: 'token.create', subject: `token:${id}`, label: name, after })
    return { ok: true, token }
  })
}
