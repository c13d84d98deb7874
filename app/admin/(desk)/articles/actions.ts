'use server'
import { z } from 'zod'
import { act } from '@/app/admin/desk-action'
import { type BulkDeed, bulkDeed } from '@/newsroom/desk/bulk-deed'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { discardArticle } from '@/server/commands/discard-article'
import { labelArticle } from '@/server/commands/label-article'
import { publishArticle } from '@/server/commands/publish-article'
import { submitArticle } from '@/server/commands/submit-article'
import { withdrawArticle } from '@/server/commands/withdraw-article'

const wanted = z.object({ articleId: z.string().max(20), deed: bulkDeed })

/** One of several: `changed` is false where there was nothing to do. */
export async function bulkAction(articleId: string, deed: BulkDeed): Promise<Outcome<{ changed: boolean }>> {
  return await act(wanted, { articleId, deed }, async (actor, input) => {
    const outcome = await perform(actor, input.articleId, input.deed)
    return outcome.ok ? { ok: true, changed: !('changed' in outcome) || outcome.changed !== false } : outcome
  })
}

async function perform(staff: StaffActor, articleId: string, deed: BulkDeed): Promise<Outcome> {
  switch (deed.kind) {
    case 'label':
      return await labelArticle(staff, { articleId, ...deed.change })
    case 'submit':
      return await submitArticle(staff, { articleId })
    case 'publish':
      return await publishArticle(staff, { articleId })
    case 'withdraw':
      return await withdrawArticle(staff, { articleId, reason: deed.reason, approver: deed.approver })
    case 'discard':
      return await discardArticle(staff, { articleId })
  }
}
