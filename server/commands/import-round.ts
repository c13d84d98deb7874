import type { Tx } from '@/server/db'
import type { Actor } from './actor'
import type { Imported } from './announce-imports'
import { type DecidedFile, decideFiles } from './decide-files'
import { ensurePeople } from './ensure-names'
import type { ImportBatch, ImportFile, ItemResult } from './import-batch'
import { formerCarriers, oldAddressesOf, outcomesOf } from './import-outcomes'
import { keepCorrections } from './keep-exported'
import { keepMedia, keepMediaUses } from './keep-media'
import { keepOldAddresses } from './keep-old-addresses'
import type { Change } from './plan-change'
import { planChanges } from './plan-changes'
import { markDuplicates, recordItems } from './record-items'
import { insertArticles, insertRevisions, updateArticles } from './write-articles'
import { writeBylines, writeLabels } from './write-labels'

export interface Round {
  results: ItemResult[]
  /** files of an article that another file of the round wrote: what becomes of them has to be decided anew */
  postponed: ImportFile[]
}

/** Takes files in, the first of each article; what changed is added to `imported`. */
export async function importRound(tx: Tx, actor: Actor, batch: ImportBatch, imported: Imported): Promise<Round> {
  const { files, postponed } = firstOfEach(await decideFiles(tx, actor.name, batch))
  const changes = await planChanges(tx, files, imported)
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
  return { results: outcomes.map(({ result }) => result), postponed }
}

/** A file that lost its external id still brings the article that another file now brings by that id. */
function firstOfEach(decided: DecidedFile[]): { files: DecidedFile[]; postponed: ImportFile[] } {
  const seen = new Set<string>()
  const [files, postponed]: [DecidedFile[], ImportFile[]] = [[], []]
  for (const each of decided) {
    const article = each.held?.importKey ?? each.importKey
    if (each.decision !== 'refuse' && seen.has(article)) postponed.push(each.file)
    else files.push(each)
    if (each.decision !== 'refuse') seen.add(article)
  }
  return { files, postponed }
}

async function writeChanges(tx: Tx, actor: Actor, changes: Change[]): Promise<void> {
  const fresh = changes.filter(({ held }) => !held)
  const texts = changes.filter(({ revision }) => revision !== null)
  const media = changes.flatMap(({ post }) => post.media)
  const names = texts.flatMap(({ post }) => post.bylines.map(({ name }) => name))
  await keepMedia(tx, media)
  await insertArticles(tx, fresh)
  const people = await ensurePeople(tx, names)
  await insertRevisions(tx, actor.name, texts, people)
  await updateArticles(tx, changes.filter(isUpdate))
  await writeBylines(tx, texts, people)
  await writeLabels(tx, changes)
  await keepMediaUses(tx, changes)
  await keepCorrections(tx, fresh)
}

const isUpdate = ({ held, altered, importKey, importPath }: Change) =>
  held !== null && (altered || held.importKey !== importKey || held.importPath !== importPath)
