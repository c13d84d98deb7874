import { type Rendition, sourceSet } from '@/newsroom/rendition'
import { BODY_SIZES } from './picture-figures'

/** What a picture of the library has today, addresses below /media/. */
export interface StoredPicture {
  /** widest first */
  renditions: readonly Rendition[]
  /** the same in AVIF, if there are any */
  modern: readonly Rendition[]
  aiGenerated: boolean
}

// The sanitizer writes attributes in this one form, so a pattern is enough.
const IMAGE = /<img src="\/media\/[0-9a-f]{2}\/([0-9a-f]{64})-\d+\.[a-z]+"((?: [a-z]+(?:="[^"]*")?)*)>/g
const RENEWED = / (?:srcset|sizes|width|height)="[^"]*"/g
/** For browsers that know no srcset, and whoever saves the picture. */
const PLAIN_WIDTH = 1280

/** The library's pictures in a clean body, each once. */
export const picturesOf = (bodyHtml: string): string[] => [
  ...new Set([...bodyHtml.matchAll(IMAGE)].flatMap(([, id]) => id ?? [])),
]

/**
 * A stored body with its pictures in all the sizes that are there today, AVIF first: a text that was saved while they were
 * being made has but one. A machine's picture says so (人工智能生成合成内容标识办法). What the library does not have stays.
 */
export function withStoredPictures(bodyHtml: string, pictures: ReadonlyMap<string, StoredPicture>, aiLabel: string): string {
  return bodyHtml.replace(IMAGE, (whole, id: string, attributes: string) => {
    const picture = pictures.get(id)
    const [widest] = picture?.renditions ?? []
    if (!picture || !widest) return whole
    const { renditions, modern, aiGenerated } = picture
    const plain = renditions.find(({ width }) => width <= PLAIN_WIDTH) ?? widest
    const sizes = / sizes="([^"]*)"/.exec(attributes)?.[1] ?? BODY_SIZES
    const responsive = renditions.length > 1 ? ` srcset="${sourceSet(renditions)}" sizes="${sizes}"` : ''
    const rest = attributes.replace(RENEWED, '')
    const image = `<img src="/media/${plain.key}"${responsive} width="${widest.width}" height="${widest.height}"${rest}>`
    const source = modern.length > 0 ? `<source type="image/avif" srcset="${sourceSet(modern)}" sizes="${sizes}">` : ''
    const shown = source ? `<picture>${source}${image}</picture>` : image
    return aiGenerated ? `${shown}<small class="ai-picture">${aiLabel}</small>` : shown
  })
}
