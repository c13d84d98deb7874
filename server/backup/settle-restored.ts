import { EVERYTHING } from '@/newsroom/cache-tags'
import { publishTags } from '@/server/bus'
import { OPERATOR } from '@/server/commands/actor'
import { recordAudit } from '@/server/commands/record-audit'
import { transact } from '@/server/commands/transact'
import { registerEdges } from '@/server/edges'
import { enqueue } from '@/server/queue'
import type { BackupHead } from './backup-format'

/**
 * After a restore: a line of the record, edges that may keep pages of another time are told to drop everything, and pictures that
 * were being rendered are rendered (jobs are in no backup; schedules and pushes are found by the loops that look for them).
 * Answers how many pictures.
 */
export async function settleRestored({ madeAt, version }: BackupHead): Promise<number> {
  await registerEdges()
  return await transact(async (tx) => {
    const pending = await tx.media.findMany({ where: { state: 'pending', originalKey: { not: null } }, select: { id: true } })
    for (const { id } of pending) await enqueue(tx, 'media.render', { mediaId: id }, { key: id })
    await recordAudit(tx, OPERATOR, { action: 'site.restore', subject: 'site:backup', label: madeAt, after: { madeAt, version } })
    await publishTags(tx, [EVERYTHING])
    return pending.length
  })
}
