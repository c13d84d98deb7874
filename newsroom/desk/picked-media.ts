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
}

/** Which picture an address below /media/ shows: files are named `ab/{id}-{width}.webp`. Null: none of the library's. */
export function mediaIdOf(src: string): string | null {
  return /^\/media\/[0-9a-f]{2}\/([0-9a-f]{64})-\d+\.[a-z]+$/.exec(src)?.[1] ?? null
}
