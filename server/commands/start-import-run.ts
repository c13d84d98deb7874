import { db } from '@/server/db'
import type { Actor } from './actor'

/** Opens the record of one reading of an archive; what it takes in names this run. */
export async function startImportRun(_actor: Actor, archive: string): Promise<number> {
  const { id } = await db().importRun.create({ data: { archive }, select: { id: true } })
  return id
}
