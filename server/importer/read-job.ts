import type { ImportedPost, Refusal } from '@/newsroom/jekyll/imported-post'
import type { JekyllSite } from '@/newsroom/jekyll/jekyll-site'

/** A batch of files for a reading thread. */
export interface ReadJob {
  root: string
  site: JekyllSite
  kind: 'site' | 'folder'
  /** digest of the settings that decide what a file becomes, hex */
  settingsHash: string
  now: Date
  files: JobFile[]
}

export interface JobFile {
  path: string
  /** as it was read last time; the same again is not parsed */
  knownHash: string | null
}

export interface ReadFile {
  path: string
  contentHash: string
  read: ImportedPost | Refusal | 'as known' | 'not a post'
}
