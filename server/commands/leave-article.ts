import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'

/** A tab is closed: whoever wants to edit need not wait until it is missed. */
export async function leaveArticle(
  actor: StaffActor,
  { articleId, clientId }: { articleId: string; clientId: string },
): Promise<void> {
  await db().presence.deleteMany({ where: { articleId, clientId, staffId: actor.id } })
}
