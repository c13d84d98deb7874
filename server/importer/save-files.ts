import type { Actor } from '@/server/commands/actor'
import { importArticles } from '@/server/commands/import-articles'
import type { ImportBatch, ImportFile, ItemResult } from '@/server/commands/import-batch'
import { saveFault } from './save-fault'

const MOST_ATTEMPTS = 5

/**
 * Saves a batch. What the database refuses for a post's sake is halved until that post is alone, and refused with the
 * database's reason; what merely came in the way of another writer is tried again.
 */
export async function saveFiles(actor: Actor, batch: ImportBatch): Promise<ItemResult[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await importArticles(actor, batch)
    } catch (error) {
      const fault = saveFault(error)
      if (fault?.kind === 'collision' && attempt < MOST_ATTEMPTS) continue
      if (!fault) throw error
      return await saveWithout(actor, batch, fault.reason)
    }
  }
}

async function saveWithout(actor: Actor, batch: ImportBatch, reason: string): Promise<ItemResult[]> {
  const { files } = batch
  const [only] = files
  if (files.length === 1 && only) {
    if (!only.post) throw new Error(`${only.path}: ${reason}`)
    return await importArticles(actor, { ...batch, files: [refusedFile(only, reason)] })
  }
  const middle = Math.ceil(files.length / 2)
  const first = await saveFiles(actor, { ...batch, files: files.slice(0, middle) })
  return [...first, ...(await saveFiles(actor, { ...batch, files: files.slice(middle) }))]
}

function refusedFile(file: ImportFile, reason: string): ImportFile {
  return {
    ...file,
    post: null,
    notes: [{ field: 'file', guess: '', reason: `the database refuses it: ${reason}`, line: null, rescue: false }],
  }
}
