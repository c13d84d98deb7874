import { brotliDecompressSync } from 'node:zlib'
import type { Section } from '@/newsroom/page-section'
import type { Coding } from './encodings'
import { bodyIn, type Whole } from './send-whole'

/** Headers as `writeHead` takes them fastest: name, value, name, value … */
export type HeaderList = string[]

/** A page in one coding (RFC 9110 §3.2), ready to be sent. */
export interface Representation {
  etag: string
  full: HeaderList
  notModified: HeaderList
  /** null: hardly anyone wants it plain, and it can be unpacked from another coding in less than a millisecond */
  whole: Whole | null
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

/** The body of a page in one of its codings; plain where it has not this one. */
export function bodyOf({ key, representations }: Page, coding: Coding): Buffer {
  const { whole } = representations[coding] ?? representations.identity
  if (whole) return bodyIn(whole)
  const packed = representations.br?.whole
  if (!packed) throw new Error(`page ${key} has no body`)
  return brotliDecompressSync(bodyIn(packed))
}
