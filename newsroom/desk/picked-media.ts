import { readRenditions } from '@/newsroom/rendition'

/** A picture of the library as the editor takes it. */
export interface PickedMedia {
  id: string
  src: string
  /** for the text's <img>; "" while there is but one size */
  srcSet: string
  width: number
  height: number
  alt: string
  caption: string
  credit: string
  /** 0 to 1 from the left and the top */
  focalX: number
  focalY: number
  /** whose it is to describe, besides the editors'; null: it came with an archive */
  uploadedById: string | null
}

/** A picture as its row tells of it; null while nothing of it can be shown. */
export function pickedMedia(row: MediaTold): PickedMedia | null {
  const [widest, ...narrower] = readRenditions(row.renditions)
  if (!widest) return null
  const sizes = narrower.length === 0 ? [] : [...narrower.reverse(), widest]
  return {
    id: row.id,
    src: `/media/${widest.key}`,
    srcSet: sizes.map(({ key, width }) => `/media/${key} ${width}w`).join(', '),
    width: widest.width,
    height: widest.height,
    alt: row.alt ?? '',
    caption: row.caption ?? '',
    credit: row.credit ?? '',
    focalX: row.focalX,
    focalY: row.focalY,
    uploadedById: row.uploadedById,
  }
}

/** What `pickedMedia` needs of a row of Media. */
export interface MediaTold {
  id: string
  renditions: unknown
  alt: string | null
  caption: string | null
  credit: string | null
  focalX: number
  focalY: number
  uploadedById: string | null
}

/** Which picture an address below /media/ shows: files are named `ab/{id}-{width}.webp`. Null: none of the library's. */
export function mediaIdOf(src: string): string | null {
  return /^\/media\/[0-9a-f]{2}\/([0-9a-f]{64})-\d+\.[a-z]+$/.exec(src)?.[1] ?? null
}
