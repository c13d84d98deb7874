import type { Tx } from '@/server/db'
import { enqueue } from '@/server/queue'
import type { Actor } from './actor'
import type { ScheduledAction } from './cancel-schedules'

export interface ScheduleToAdd {
  articleId: string
  action: ScheduledAction
  at: Date
  /** the text to be put online; null for unpublish */
  revision: number | null
}

/** Writes down what is to happen and leaves the job that does it, in one transaction; none of its kind may be open. */
export async function addSchedule(tx: Tx, actor: Actor, schedule: ScheduleToAdd): Promise<void> {
  const { id } = await tx.schedule.create({
    data: { ...schedule, createdById: actor.kind === 'staff' ? actor.id : null },
    select: { id: true },
  })
  await enqueue(tx, 'article.schedule', { scheduleId: id }, { startAfter: schedule.at, key: `schedule:${id}` })
}
