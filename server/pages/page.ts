import type { Section } from '@/newsroom/page-section'
import type { Coding } from './encodings'

/** Headers as `writeHead` takes them fastest: name, value, name, value … */
export type HeaderList = string[]

/** The bytes of an answer: small ones as a string of a character a byte, which Node writes out in one piece with the head. */
export type Body = Buffer | string

/** What is said of one coding of a page; `text`: the full head as it goes over the wire (send-whole.ts). */
export interface Head {
  etag: string
  full: HeaderList
  text: string
  notModified: HeaderList
}

/** A whole answer, ready to be sent to everyone who asks for its address. */
export interface Page {
  key: string
  section: Section
  deep: boolean
  status: number
  bodies: { identity: Body } & { [coding in Coding]?: Body }
  heads: { [coding in Coding]?: Head }
  tags: readonly string[]
  /** epoch ms from which it must be rendered again; Infinity when only a change ends it */
  untilMs: number
  /** epoch ms since when something it shows has changed; null while it is true */
  droppedMs: number | null
  sizeBytes: number
}

/** With its head it fits into what is written without asking memory for it (libuv by way of Node: 16 kB). */
const SMALL_BYTES = 14_500

/** Measured with 8 kB: a third less of the processor for an answer than a buffer behind its head takes. */
export const bodyOf = (bytes: Buffer): Body => (bytes.length > SMALL_BYTES ? bytes : bytes.toString('latin1'))

export const bytesOf = (body: Body): Buffer => (typeof body === 'string' ? Buffer.from(body, 'latin1') : body)
