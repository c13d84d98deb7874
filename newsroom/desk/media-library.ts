import type { PickedMedia } from './picked-media'

export const MEDIA_FILTERS = ['all', 'mine', 'unused', 'no-alt', 'failed', 'discarded'] as const
export type MediaFilter = (typeof MEDIA_FILTERS)[number]

/** What is asked of the library. */
export interface MediaQuestion {
  text: string
  filter: MediaFilter
  /** where the page before ended */
  before: string | null
}

/** A picture as the library shows it: plain JSON. */
export interface MediaItem extends PickedMedia {
  state: 'pending' | 'ready' | 'failed'
  /** a code of faults.json, while it failed */
  fault: string | null
  fileName: string
  mimeType: string | null
  sizeBytes: number
  /** as it came, in pixels */
  naturalWidth: number
  naturalHeight: number
  rights: string
  aiGenerated: boolean
  uploadedByName: string | null
  createdAt: string
  discarded: boolean
  /** how many articles show it, live or in a draft */
  uses: number
}

export interface MediaPage {
  items: MediaItem[]
  /** for the next page; null: this is the last */
  next: string | null
}

/** An article that shows a picture. */
export interface MediaUseLine {
  articleId: string
  headline: string
  /** readers see the picture there */
  live: boolean
}

/** What an editor says of a picture. "" is nothing. */
export interface MediaWords {
  alt: string
  caption: string
  credit: string
  rights: string
  aiGenerated: boolean
  focalX: number
  focalY: number
}

export const readMediaFilter = (text: string | null | undefined): MediaFilter =>
  MEDIA_FILTERS.find((filter) => filter === text) ?? 'all'

/** `kz1m3x0a-9f3k…`: when it came, in milliseconds to base 36, and its id. */
export const writeMediaCursor = ({ at, id }: { at: Date; id: string }): string => `${at.getTime().toString(36)}-${id}`

/** Null for what is no cursor: the list then starts at its beginning. */
export function readMediaCursor(text: string | null): { at: Date; id: string } | null {
  const [, time, id] = /^([0-9a-z]{1,9})-([0-9a-f]{64})$/.exec(text ?? '') ?? []
  return time && id ? { at: new Date(Number.parseInt(time, 36)), id } : null
}
