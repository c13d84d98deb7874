import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { BODY_SIZES } from '@/newsroom/html/picture-figures'

/** What is on the screen at once: a picture among it is not fetched late. */
const FIRST_SCREEN = 600

/** The attributes of a picture of the library. */
export function pictureAttributes({ src, srcSet, width, height, alt }: PickedMedia) {
  const sizes = srcSet === '' ? null : BODY_SIZES
  return { src, srcSet: srcSet || null, sizes, width: String(width), height: String(height), alt, decoding: 'async' }
}

/** A figure for the document; words that already stand beside the picture go before those of the library. */
export function figureContent(picture: PickedMedia, at: number, caption = '') {
  const line = (type: string, text: string) => ({ type, ...(text && { content: [{ type: 'text', text }] }) })
  return {
    type: 'figure',
    attrs: { ...pictureAttributes(picture), loading: at < FIRST_SCREEN ? null : 'lazy' },
    content: [line('figureCaption', caption || picture.caption), line('figureCredit', picture.credit)],
  }
}
