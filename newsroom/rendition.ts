/** One size in which a picture is kept. */
export interface Rendition {
  width: number
  height: number
  /** below the media folder: `ab/ab…-480.webp`; the ending says the format */
  key: string
}

/** The sizes of a picture as its JSON column has them, widest first, in a format every browser shows; what is no rendition is left out. */
export const readRenditions = (json: unknown): Rendition[] => renditionsOf(json).filter(({ key }) => !isModern(key))

/** The same sizes in AVIF, for browsers that show it; empty while there are none. */
export const readModernRenditions = (json: unknown): Rendition[] => renditionsOf(json).filter(({ key }) => isModern(key))

/** For `srcset`, narrowest first: `/media/ab/ab…-480.webp 480w, …` */
export const sourceSet = (renditions: readonly Rendition[]): string =>
  [...renditions]
    .sort((one, other) => one.width - other.width)
    .map(({ key, width }) => `/media/${key} ${width}w`)
    .join(', ')

const isModern = (key: string) => key.endsWith('.avif')

function renditionsOf(json: unknown): Rendition[] {
  return Array.isArray(json) ? json.filter(isRendition).sort((one, other) => other.width - one.width) : []
}

function isRendition(value: Partial<Rendition> | null): value is Rendition {
  return typeof value?.width === 'number' && typeof value.height === 'number' && typeof value.key === 'string'
}
