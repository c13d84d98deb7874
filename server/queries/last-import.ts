import { WIRES } from '@/newsroom/api/wire'
import type { LastImport } from '@/newsroom/desk/desk-day'
import { atLeast, type StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'

/** The newest reading of an archive (a wire delivers all day), for whoever edits the paper. */
export async function findLastImport(actor: StaffActor): Promise<LastImport | null> {
  if (!atLeast(actor.role, 'editor')) return null
  const run = await db().importRun.findFirst({ where: { NOT: { archive: { startsWith: WIRES } } }, orderBy: { id: 'desc' } })
  if (!run) return null
  const { archive, startedAt, finishedAt, counts } = run
  return { archive, startedAt, finishedAt, counts: (counts ?? {}) as LastImport['counts'] }
}
