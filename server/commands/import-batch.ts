import type { ExportedPicture } from '@/newsroom/jekyll/exported-post'
import type { ImportNote } from '@/newsroom/jekyll/import-note'
import type { ImportedPost } from '@/newsroom/jekyll/imported-post'
import type { Rendition } from '@/newsroom/rendition'

/** Files of one archive, saved together. */
export interface ImportBatch {
  /** null: a rehearsal, of which nothing stays */
  runId: number | null
  /** host of the archive's url, else the name of its folder */
  archive: string
  files: ImportFile[]
}

export interface ImportFile {
  /** relative to the archive's root */
  path: string
  /** of the file's bytes and of the settings it was read with, hex */
  contentHash: string
  /** null: it could not be read, and `notes` says why */
  post: ReadyPost | null
  notes: ImportNote[]
  /** the file that carried this article so far is not there any more */
  holderGone: boolean
}

/** A post whose pictures are stored. */
export interface ReadyPost extends ImportedPost {
  leadMediaId: string | null
  media: StoredPicture[]
  /** a wire delivered it (commands/ingest-articles): its categories are the paper's own, and it takes nothing from readers */
  wire?: { categoryIds: number[] }
}

export interface StoredPicture {
  /** sha256 of the bytes it came as, hex */
  id: string
  origin: string
  width: number
  height: number
  sizeBytes: number
  /** widest last */
  renditions: Rendition[]
  alt: string
  /** where the old site had it, decoded paths */
  oldAddresses: string[]
  /** of a picture that an export brings back */
  told?: Pick<ExportedPicture, 'credit' | 'caption' | 'rights' | 'focalX' | 'focalY' | 'aiGenerated'>
}

export interface ItemResult {
  path: string
  outcome: 'created' | 'changed' | 'unchanged' | 'duplicate' | 'refused'
  articleId: string | null
  /** of a duplicate: the file whose text the article carries, archive and path */
  carriedBy: string | null
  /** the newsroom has edited the article: the text is kept as a revision, and not shown */
  keptAside: boolean
  /** what is recorded of the file */
  notes: ImportNote[]
}
