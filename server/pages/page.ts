import type { Section } from '@/newsroom/page-section'
import type { Bodies, Coding } from './encodings'

/** Headers as `writeHead` takes them fastest: name, value, name, value … */
export type HeaderList = string[]

/** A whole answer, ready to be sent to everyone who asks for its address. */
export interface Page {
  key: string
  section: Section
  deep: boolean
  status: number
  bodies: Bodies
  heads: { [coding in Coding]?: { etag: string; full: HeaderList; notModified: HeaderList } }
  tags: readonly string[]
  /** epoch ms from which it must be rendered again; Infinity when only a change ends it */
  untilMs: number
  /** epoch ms since when something it shows has changed; null while it is true */
  droppedMs: number | null
  sizeBytes: number
}
