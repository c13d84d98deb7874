/** One size in which a picture is kept. */
export interface Rendition {
  width: number
  height: number
  /** below the media folder: `ab/ab…-480.webp` */
  key: string
}

/** The sizes of a picture as its JSON column has them, widest first; what is no rendition is left out. */
export function readRenditions(json: unknown): Rendition[] {
  return Array.isArray(json) ? json.filter(isRendition).sort((one, other) => other.width - one.width) : []
}

function isRendition(value: Partial<Rendition> | null): value is Rendition {
  return typeof value?.width === 'number' && typeof value.height === 'number' && typeof value.key === 'string'
}
