import { db, type Tx } from '@/server/db'
import type { Actor } from './actor'
import { announceImports, type Imported } from './announce-imports'
import type { ImportBatch, ImportFile, ItemResult } from './import-batch'
import { importRound } from './import-round'

/** Any number, the same for all imports into one database: they take turns, batch by batch. */
const IMPORT_LOCK = 7_204_511
const LONGEST_WAIT_MS = 120_000

/**
 * Takes files of an archive in, with one transaction: all of the batch is there, or nothing. The same batch again changes
 * nothing, and however often an import was cut off, the same articles result.
 */
export async function importArticles(actor: Actor, batch: ImportBatch): Promise<ItemResult[]> {
  try {
    return await db().$transaction((tx) => importBatch(tx, actor, batch), { timeout: LONGEST_WAIT_MS, maxWait: LONGEST_WAIT_MS })
  } catch (error) {
    if (error instanceof Rehearsed) return error.results
    throw error
  }
}

/** Undoes a rehearsal, and carries what it found. */
class Rehearsed extends Error {
  constructor(readonly results: ItemResult[]) {
    super('a rehearsal')
  }
}

/** The same within a transaction that is under way. */
export async function importBatch(tx: Tx, actor: Actor, batch: ImportBatch): Promise<ItemResult[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})`
  const found = new Map<string, ItemResult>()
  const imported: Imported = { changes: [], redirects: [], categories: [] }
  for (const round of roundsOf(batch.files)) {
    for (let files = round; files.length > 0; ) {
      const { results, postponed } = await importRound(tx, actor, { ...batch, files }, imported)
      for (const result of results) found.set(result.path, result)
      files = postponed
    }
  }
  const results = batch.files.flatMap(({ path }) => found.get(path) ?? [])
  if (batch.runId === null) throw new Rehearsed(results)
  await announceImports(tx, imported)
  return results
}

/** Files that bring the same article go one round after the other, so that where a batch ends makes no difference. */
function roundsOf(files: ImportFile[]): ImportFile[][] {
  const timesSeen = new Map<string, number>()
  const rounds = Map.groupBy(files, ({ path, post }) => {
    const key = post?.externalId ?? path
    const round = timesSeen.get(key) ?? 0
    timesSeen.set(key, round + 1)
    return round
  })
  return [...rounds.values()]
}
