import { db } from '@/server/db'
import type { Actor } from './actor'

export type ImportCounts = Record<
  'read' | 'created' | 'changed' | 'unchanged' | 'duplicate' | 'rescued' | 'refused' | 'notPosts',
  number
>

/** Closes the record of a run; a run without an end was cut off. */
export async function finishImportRun(_actor: Actor, id: number, counts: ImportCounts): Promise<void> {
  await db().importRun.update({ where: { id }, data: { finishedAt: new Date(), counts } })
}
