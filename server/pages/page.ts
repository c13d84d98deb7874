import type { Section } from '@/newsroom/page-section'
import type { Coding } from './encodings'
import type { Whole } from './send-whole'

/** Headers as `writeHead` takes them fastest: name, value, name, value … */
export type HeaderList = string[]

/** A page in one coding (RFC 9110 §3.2), ready to be sent. */
export interface Representation {
  etag: string
  full: HeaderList
  notModified: HeaderList
  whole: Whole
}

/** A whole answer, ready to be sent to everyone who asks for its address. */
export interface Page {
  key: string
  section: Section
  deep: boolean
  status: number
  representations: { identity: Representation } & { [coding in Coding]?: Representation }
  tags: readonly string[]
  /** epoch ms from which it must be rendered again; Infinity when only a change ends it */
  untilMs: number
  /** epoch ms since when something it shows has changed; null while it is true */
  droppedMs: number | null
  sizeBytes: number
}
