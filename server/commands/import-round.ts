import type { ImportNote } from '@/newsroom/imported-post'
import type { Tx } from '@/server/db'
import type { Actor } from './actor'
import type { Imported } from './announce-imports'
import { type DecidedFile, decideFiles } from './decide-files'
import { ensurePeople } from './ensure-names'
import type { ImportBatch, ItemResult } from './import-batch'
import { keepMedia } from './keep-media'
import { keepOldAddresses, type OldAddress } from './keep-old-addresses'
import type { Change } from './plan-change'
import { planChanges } from './plan-changes'
import { markDuplicates, recordItems } from './record-items'
import { insertArticles, insertRevisions, updateArticles } from './write-articles'
import { writeBylines, writeLabels } from './write-labels'

/** Takes in files of which no two bring the same article; what changed is added to `imported`. */
export async function importRound(tx: Tx, actor: Actor, batch: ImportBatch, imported: Imported): Promise<ItemResult[]> {
  const files = await decideFiles(tx, actor.name, batch)
  const changes = await planChanges(tx, actor.name, files, imported)
  const texts = changes.filter(({ revision }) => revision !== null)
  await keepMedia(
    tx,
    changes.flatMap(({ post }) => post.media),
  )
  await insertArticles(
    tx,
    changes.filter(({ held }) => !held),
  )
  await insertRevisions(tx, actor.name, texts)
  await updateArticles(
    tx,
    changes.filter(
      ({ held, altered, importKey, importPath }) =>
        held && (altered || held.importKey !== importKey || held.importPath !== importPath),
    ),
  )
  await writeBylines(
    tx,
    texts,
    await ensurePeople(
      tx,
      texts.flatMap(({ post }) => post.bylines.map(({ name }) => name)),
    ),
  )
  await writeLabels(tx, changes)

  const changeOf = new Map(changes.map((change) => [change.importPath, change]))
  const outcomes = files.map((file) => outcomeOf(file, changeOf.get(file.importPath) ?? null))
  imported.changes.push(...changes)
  imported.redirects.push(...(await keepOldAddresses(tx, outcomes.flatMap(addressesOf))))
  await recordItems(
    tx,
    batch,
    outcomes
      .filter(({ decided }) => decided.decision !== 'skip')
      .map(({ decided, result, notes }) => ({ file: { ...decided.file, notes }, result })),
  )
  await markDuplicates(
    tx,
    changes.flatMap(({ id, held, importPath }) =>
      held && held.importPath !== importPath ? [{ articleId: id, importPath: held.importPath }] : [],
    ),
  )
  return outcomes.map(({ result }) => result)
}

interface Outcome {
  decided: DecidedFile
  result: ItemResult
  notes: ImportNote[]
}

function outcomeOf(decided: DecidedFile, change: Change | null): Outcome {
  const { file, held, decision } = decided
  const result = {
    path: file.path,
    articleId: change?.id ?? decided.heldId,
    carriedBy: decision === 'duplicate' ? (held?.importPath ?? null) : null,
  }
  const notes = change?.keptAside ? [...file.notes, keptAsideNote(change)] : file.notes
  return { decided, notes, result: { ...result, outcome: outcomeName(decision, change) } }
}

function outcomeName(decision: DecidedFile['decision'], change: Change | null): ItemResult['outcome'] {
  switch (decision) {
    case 'refuse':
      return 'refused'
    case 'duplicate':
      return 'duplicate'
    case 'create':
      return 'created'
    default:
      return change?.altered ? 'changed' : 'unchanged'
  }
}

const keptAsideNote = ({ revision }: Change): ImportNote => ({
  field: 'text',
  guess: '',
  reason: `the newsroom has edited this article: the archive's new text is kept as revision ${revision} and not shown`,
  line: null,
  rescue: false,
})

/** Where the old site had the article and its pictures. */
function addressesOf({ decided: { post, decision }, result: { articleId } }: Outcome): OldAddress[] {
  if (!post || decision === 'skip') return []
  const ofArticle = post.oldAddresses.map((path) => ({ path, articleId, mediaId: null }))
  const ofMedia =
    decision === 'duplicate'
      ? []
      : post.media.flatMap(({ id, oldAddresses }) => oldAddresses.map((path) => ({ path, articleId: null, mediaId: id })))
  return [...ofArticle, ...ofMedia]
}
