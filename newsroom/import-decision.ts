import type { Publication } from './article'

/** A file that carries, or could carry, the text of an article. */
export interface Claim {
  /** archive and path, `finews.example/_posts/2022-02-08-a.md` */
  importPath: string
  publishedAt: Date | null
}

/** A file as it was when it was last read. */
export interface ItemBefore {
  contentHash: string
  outcome: 'created' | 'changed' | 'unchanged' | 'duplicate' | 'refused'
}

/** The article the file's key already belongs to. */
export interface Holder extends Claim {
  publication: Publication
}

export type ImportDecision = 'skip' | 'create' | 'update' | 'take over' | 'duplicate'

/**
 * What becomes of a file. Several files may bring the same article (one id in two folders, or fetched twice): one of them
 * carries its text, whatever the order they are read in. `holderGone` says that the file which carried it so far is not
 * there any more, so that an archive may move its posts.
 */
export function decideImport(
  file: Claim & { contentHash: string; holderGone: boolean },
  before: ItemBefore | null,
  holder: Holder | null,
): ImportDecision {
  if (!holder) return 'create'
  if (holder.importPath === file.importPath) return wasRead(file.contentHash, before) ? 'skip' : 'update'
  if (file.holderGone) return 'take over'
  if (wasRead(file.contentHash, before)) return 'skip'
  return outranks(file, holder) ? 'take over' : 'duplicate'
}

/** Refused files are read again each time: what could not be read yesterday may be readable to today's rules. */
function wasRead(contentHash: string, before: ItemBefore | null): boolean {
  return before !== null && before.contentHash === contentHash && before.outcome !== 'refused'
}

/** A file in `_posts` before any other, then the later published, then the first by path: a total order. */
export function outranks(challenger: Claim, holder: Claim): boolean {
  const folder = Number(isInPosts(challenger)) - Number(isInPosts(holder))
  if (folder !== 0) return folder > 0
  const time = (challenger.publishedAt?.getTime() ?? 0) - (holder.publishedAt?.getTime() ?? 0)
  return time === 0 ? challenger.importPath < holder.importPath : time > 0
}

const isInPosts = ({ importPath }: Claim) => importPath.includes('/_posts/')

/** What readers may see of an article again read: an archive never brings back what the newsroom withdrew. */
export function publicationAfter(file: Exclude<Publication, 'withdrawn'>, now: Publication): Publication {
  return now === 'withdrawn' ? 'withdrawn' : file
}

/**
 * Whether a wire's text would take from readers what they have, or bring back what they were not to have: it may change what is
 * live by a live text only, and what was withdrawn not at all.
 */
export function takesFromReaders(file: Exclude<Publication, 'withdrawn'>, now: Publication): boolean {
  if (now === 'withdrawn') return true
  return now === 'live' ? file !== 'live' : now === 'scheduled' && file === 'unpublished'
}
