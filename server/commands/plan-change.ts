import { type ImportDecision, publicationAfter, takesFromReaders } from '@/newsroom/import-decision'
import { revisionHash } from '@/newsroom/revision-hash'
import type { ArticleValues, HeldArticle } from './find-imported'
import type { ReadyPost } from './import-batch'

/** What a file does to its article. */
export interface Change {
  id: string
  importKey: string
  importPath: string
  post: ReadyPost
  held: HeldArticle | null
  values: ArticleValues
  liveRevision: number | null
  draftRevision: number | null
  /** number of the revision to be written; null: the text is as it was */
  revision: number | null
  contentHash: string
  categoryIds: number[]
  tagIds: number[]
  /** anything that readers or lists show is other than before */
  altered: boolean
  /** the newsroom has edited the article since: the file's text is kept as a revision, and not shown */
  keptAside: boolean
  /** null: now */
  updatedAt: Date | null
}

export interface FileOfArticle {
  id: string
  importKey: string
  importPath: string
  post: ReadyPost
  held: HeldArticle | null
  decision: Exclude<ImportDecision, 'skip' | 'duplicate'>
}

/** Ids are those of the post's own labels, in their order. */
export function planChange(
  file: FileOfArticle,
  labels: { sourceId: number | null; categoryIds: number[]; tagIds: number[] },
): Change {
  const { post, held } = file
  const contentHash = revisionHash(post)
  const first = post.exported?.revision ?? 1
  const revision = held?.importedHash === contentHash ? null : (held?.lastRevision ?? first - 1) + 1
  const base = { ...file, contentHash, revision }
  if (held?.edited || (held && post.wire && takesFromReaders(post.publication, held.publication))) return keepAside(base, held)

  const { sourceId, categoryIds, tagIds } = labels
  const { type, language, sourceUrl, externalId, feedId, leadMediaId } = post
  // An address is made of the day readers first had it; an archive's old addresses follow, a wire has none.
  const publishedAt = post.wire && held?.publication === 'live' ? held.publishedAt : post.publishedAt
  const publication = held
    ? publicationAfter(post.publication, held.publication)
    : post.exported?.withdrawn
      ? 'withdrawn'
      : post.publication
  const values = { publication, publishedAt, type, language, sourceId, sourceUrl, externalId, feedId, leadMediaId }
  const current = revision ?? held?.importedRevision ?? null
  const altered =
    revision !== null || !held || !same(values, valuesOf(held)) || !same([categoryIds, tagIds], [held.categoryIds, held.tagIds])
  return {
    ...base,
    values,
    categoryIds,
    tagIds,
    liveRevision: publication === 'unpublished' ? (held?.liveRevision ?? null) : current,
    draftRevision: current,
    altered,
    keptAside: false,
    // A text is as old as its file says, unless that file came to say something else.
    updatedAt: updatedAt(file, publication, publishedAt),
  }
}

function updatedAt({ post, held, decision }: FileOfArticle, publication: string, publishedAt: Date | null): Date | null {
  if (post.exported && !held) return new Date(post.exported.updatedAt)
  return decision === 'update' || publication !== 'live' ? null : publishedAt
}

function keepAside(base: FileOfArticle & Pick<Change, 'contentHash' | 'revision'>, held: HeldArticle): Change {
  const { liveRevision, draftRevision, categoryIds, tagIds } = held
  const values = valuesOf(held)
  const kept = { liveRevision, draftRevision, categoryIds, tagIds, values, updatedAt: null }
  return { ...base, ...kept, altered: base.revision !== null, keptAside: base.revision !== null }
}

function valuesOf(held: HeldArticle): ArticleValues {
  const { publication, publishedAt, type, language, sourceId, sourceUrl, externalId, feedId, leadMediaId } = held
  return { publication, publishedAt, type, language, sourceId, sourceUrl, externalId, feedId, leadMediaId }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
