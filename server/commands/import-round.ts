import type { Tx } from '@/server/db'
import type { Actor } from './actor'
import type { Imported } from './announce-imports'
import { decideFiles } from './decide-files'
import { ensurePeople } from './ensure-names'
import type { ImportBatch, ItemResult } from './import-batch'
import { formerCarriers, oldAddressesOf, outcomesOf } from './import-outcomes'
import { keepMedia } from './keep-media'
import { keepOldAddresses } from './keep-old-addresses'
import type { Change } from './plan-change'
import { planChanges } from './plan-changes'
import { markDuplicates, recordItems } from './record-items'
import { insertArticles, insertRevisions, updateArticles } from './write-articles'
import { writeBylines, writeLabels } from './write-labels'

/** Takes in files of which no two bring the same article; what changed is added to `imported`. */
export async function importRound(tx: Tx, actor: Actor, batch: ImportBatch, imported: Imported): Promise<ItemResult[]> {
  const files = await decideFiles(tx, actor.name, batch)
  const changes = await planChanges(tx, actor.name, files, imported)
  await writeChanges(tx, actor, changes)
  const outcomes = outcomesOf(files, changes)
  const redirects = await keepOldAddresses(tx, outcomes.flatMap(oldAddressesOf))
  imported.changes.push(...changes)
  imported.redirects.push(...redirects)
  await recordItems(
    tx,
    batch,
    outcomes.filter(({ decided }) => decided.decision !== 'skip'),
  )
  await markDuplicates(tx, formerCarriers(changes))
  return outcomes.map(({ result }) => result)
}

async function writeChanges(tx: Tx, actor: Actor, changes: Change[]): Promise<void> {
  const fresh = changes.filter(({ held }) => !held)
  const texts = changes.filter(({ revision }) => revision !== null)
  const media = changes.flatMap(({ post }) => post.media)
  const names = texts.flatMap(({ post }) => post.bylines.map(({ name }) => name))
  await keepMedia(tx, media)
  await insertArticles(tx, fresh)
  await insertRevisions(tx, actor.name, texts)
  await updateArticles(tx, changes.filter(isUpdate))
  await writeBylines(tx, texts, await ensurePeople(tx, names))
  await writeLabels(tx, changes)
}

const isUpdate = ({ held, altered, importKey, importPath }: Change) =>
  held !== null && (altered || held.importKey !== importKey || held.importPath !== importPath)
