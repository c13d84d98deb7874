import { isArticleId } from './article-id'

/** An image of an article as others show it: messengers, search engines. */
export interface CardImage {
  /** site-relative */
  path: string
  width: number
  height: number
  type: 'image/png' | 'image/jpeg'
}

export type CardShape = 'wide' | 'square' | '4x3' | '16x9'
/** `drawn`: set in type, there for every article; `cut`: out of its lead picture */
export type CardKind = 'drawn' | 'cut'

const FULL = { wide: [1200, 630], square: [1200, 1200], '4x3': [1200, 900], '16x9': [1200, 675] } as const
const DRAWN = { wide: [1200, 630], square: [600, 600] } as const
export type DrawnShape = keyof typeof DRAWN

/** What a cut of a picture takes, in its own pixels, and how large the result is. */
export interface Cut {
  left: number
  top: number
  width: number
  height: number
  outWidth: number
  outHeight: number
}

interface Cuttable {
  /** widest first */
  renditions: readonly { width: number; height: number }[]
  focalX: number
  focalY: number
}

/** The greatest part of that shape with the focal point as near its middle as the edges allow; never enlarged. Null without a picture. */
export function cutOf({ renditions, focalX, focalY }: Cuttable, shape: CardShape): Cut | null {
  const [widest] = renditions
  if (!widest) return null
  const [fullWidth, fullHeight] = FULL[shape]
  const scale = Math.min(widest.width / fullWidth, widest.height / fullHeight)
  const width = Math.min(widest.width, Math.round(fullWidth * scale))
  const height = Math.min(widest.height, Math.round(fullHeight * scale))
  const shrink = Math.min(1, scale)
  return {
    left: placed(focalX, width, widest.width),
    top: placed(focalY, height, widest.height),
    width,
    height,
    outWidth: Math.round(fullWidth * shrink),
    outHeight: Math.round(fullHeight * shrink),
  }
}

function placed(focal: number, part: number, whole: number): number {
  return Math.min(whole - part, Math.max(0, Math.round(focal * whole - part / 2)))
}

/** The card set in type, 1200×630 or 600×600. */
export function drawnCard(id: string, shape: DrawnShape = 'wide'): CardImage {
  const [width, height] = DRAWN[shape]
  return { path: `/card/${id}${suffixOf(shape)}.png`, width, height, type: 'image/png' }
}

/** The lead picture in a shape; null without one. */
export function cutCard(id: string, picture: Cuttable | null, shape: CardShape = 'wide'): CardImage | null {
  const cut = picture && cutOf(picture, shape)
  return cut && { path: `/card/${id}${suffixOf(shape)}.jpg`, width: cut.outWidth, height: cut.outHeight, type: 'image/jpeg' }
}

/** Facebook's least for a large card. A smaller picture would be shown as a stamp: then type says more. */
const LEAST_WIDTH = 600

/** What a shared link shows, 1200×630 or as much of that shape as the picture holds. */
export function shareCard({ id, picture }: { id: string; picture: Cuttable | null }): CardImage {
  const cut = cutCard(id, picture)
  return cut && cut.width >= LEAST_WIDTH ? cut : drawnCard(id)
}

const suffixOf = (shape: CardShape) => (shape === 'wide' ? '' : `-${shape}`)

/** Reads the last part of `/card/…`: which image of which article it names. Null: none. */
export function readCardFile(file: string): { id: string; kind: CardKind; shape: CardShape } | null {
  const [, id = '', shape = 'wide', ending] = /^([0-9a-z]+)(?:-(square|4x3|16x9))?\.(png|jpg)$/.exec(file) ?? []
  if (!isArticleId(id)) return null
  if (ending === 'jpg') return { id, kind: 'cut', shape: shape as CardShape }
  return shape in DRAWN ? { id, kind: 'drawn', shape: shape as CardShape } : null
}
