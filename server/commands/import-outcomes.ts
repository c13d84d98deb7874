import type { ImportNote } from '@/newsroom/jekyll/import-note'
import type { DecidedFile } from './decide-files'
import type { ItemResult } from './import-batch'
import type { OldAddress } from './keep-old-addresses'
import type { Change } from './plan-change'

export interface Outcome {
  decided: DecidedFile
  result: ItemResult
}

/** What became of each file. */
export function outcomesOf(files: DecidedFile[], changes: Change[]): Outcome[] {
  const changeOf = new Map(changes.map((change) => [change.importPath, change]))
  return files.map((decided) => {
    const { file, held, decision, importPath, heldId } = decided
    const change = changeOf.get(importPath) ?? null
    const result = {
      path: file.path,
      outcome: outcomeName(decision, change),
      articleId: change?.id ?? heldId,
      carriedBy: decision === 'duplicate' ? (held?.importPath ?? null) : null,
      keptAside: change?.keptAside ?? false,
      notes: change?.keptAside ? [...file.notes, keptAsideNote(change)] : file.notes,
    }
    return { decided, result }
  })
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

/** Where the old site had the articles and their pictures. */
export function oldAddressesOf({ decided: { post, decision }, result: { articleId } }: Outcome): OldAddress[] {
  if (!post || decision === 'skip') return []
  const ofArticle = post.oldAddresses.map((path) => ({ path, articleId, mediaId: null }))
  // The pictures of a duplicate are not kept.
  if (decision === 'duplicate') return ofArticle
  const ofMedia = post.media.flatMap(({ id, oldAddresses }) =>
    oldAddresses.map((path) => ({ path, articleId: null, mediaId: id })),
  )
  return [...ofArticle, ...ofMedia]
}

/** The files that carried an article until another one took over. */
export function formerCarriers(changes: Change[]): { articleId: string; importPath: string }[] {
  return changes.flatMap(({ id, held, importPath }) =>
    held && held.importPath !== importPath ? [{ articleId: id, importPath: held.importPath }] : [],
  )
}
