import type { Fault, Outcome } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { readStandingText } from '@/server/article-content'
import { cancelSchedules } from './cancel-schedules'
import { permitArticle } from './permit-article'
import { takeOffline } from './put-online'
import { recordAudit } from './record-audit'
import { tellWriters } from './tell-writers'
import { transact } from './transact'

export interface WithdrawalToMake {
  articleId: string
  reason: string
  /** who approved it */
  approver: string
  /** a sentence for whoever comes to the address; the usual one where there is none */
  notice?: string | undefined
}

const LONGEST = { reason: 2_000, approver: 200, notice: 1_000 }

/** 撤稿: the address stays and says so (410), the text is nowhere any more. Nothing is deleted. */
export async function withdrawArticle(actor: StaffActor, wanted: WithdrawalToMake): Promise<Outcome> {
  const { articleId } = wanted
  const reason = wanted.reason.trim().slice(0, LONGEST.reason)
  const approver = wanted.approver.trim().slice(0, LONGEST.approver)
  const notice = wanted.notice?.trim().slice(0, LONGEST.notice) || null
  const missing: Fault[] = [
    ...(reason === '' ? [{ code: 'withdraw.reason-missing', field: 'reason' }] : []),
    ...(approver === '' ? [{ code: 'withdraw.approver-missing', field: 'approver' }] : []),
  ]
  if (missing.length > 0) return { ok: false, errors: missing }
  return await transact(async (tx) => {
    const permit = await permitArticle(tx, actor, 'withdraw', articleId)
    if (!permit.ok) return permit
    const live = await readStandingText(tx, articleId)
    await cancelSchedules(tx, articleId, ['publish', 'change', 'unpublish'])
    await tx.withdrawal.create({ data: { articleId, reason, approver, notice, staffId: actor.id }, select: { id: true } })
    await takeOffline(tx, articleId, 'withdrawn')
    await recordAudit(tx, actor, {
      action: 'article.withdraw',
      subject: `article:${articleId}`,
      label: live?.content.headline ?? '',
      before: { publication: 'live', revision: live?.revision ?? null },
      after: { publication: 'withdrawn', reason, approver, notice },
    })
    await tellWriters(tx, actor, permit.facts, { kind: 'withdrawn', articleId, text: reason })
    return { ok: true }
  })
}
