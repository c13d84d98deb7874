import type { Rendition } from '@/newsroom/rendition'

/** A picture that lies in storage, widest rendition last. */
export interface StoredFigure {
  renditions: Rendition[]
  alt: string
}
/** A picture that stays where it is: the page only links to it. */
export interface RemoteFigure {
  href: string
  alt: string
}
export type Figure = StoredFigure | RemoteFigure | null

/** What a reader's column is wide at most; wider renditions are for dense screens. */
export const BODY_SIZES = '(max-width: 44rem) calc(100vw - 32px), 672px'
/** Characters of a body that are on the screen at once: a picture among them is not fetched late. */
const FIRST_SCREEN = 600
// The cleaner writes a placeholder in this one form, with nothing or a caption in it.
const PLACEHOLDER = /<figure data-picture="(\d+)">([\s\S]*?)<\/figure>/g

/** Puts pictures where a body has their placeholders; a caption stays, a picture that is nowhere leaves its caption as text. */
export function withFigures(bodyHtml: string, figures: Figure[]): string {
  return bodyHtml.replace(PLACEHOLDER, (_, index: string, caption: string, at: number) => {
    const figure = figures[Number(index)] ?? null
    if (!figure) return caption.replaceAll('figcaption>', 'p>')
    return 'href' in figure ? remoteFigure(figure, caption) : storedFigure(figure, caption, at >= FIRST_SCREEN)
  })
}

/** Words beside the picture must not be read twice: with a caption that says the same, alt stays empty. */
function storedFigure({ renditions, alt }: StoredFigure, caption: string, lazy: boolean): string {
  const widest = renditions.at(-1)
  if (!widest) return caption
  const srcset = renditions.map(({ key, width }) => `/media/${key} ${width}w`).join(', ')
  const source = renditions.length > 1 ? ` srcset="${srcset}" sizes="${BODY_SIZES}"` : ''
  const size = `width="${widest.width}" height="${widest.height}"`
  const text = plainText(caption) === alt.trim() ? '' : alt
  const image = `<img src="/media/${widest.key}"${source} ${size} alt="${escaped(text)}"${lazy ? ' loading="lazy"' : ''} decoding="async">`
  return `<figure>${image}${caption}</figure>`
}

function remoteFigure({ href, alt }: RemoteFigure, caption: string): string {
  const words = alt && alt !== plainText(caption) ? `图片：${alt}` : '查看原图'
  const link = `<a href="${escaped(href)}" rel="noopener nofollow">${escaped(words).replaceAll('&quot;', '"')}</a>`
  return `<figure class="remote-picture">${link}${caption}</figure>`
}

const plainText = (html: string) => html.replace(/<[^>]*>/g, '').trim()
// As the cleaner prints it, so that cleaning again changes nothing.
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The caption's words of the placeholder with this index, or nothing. */
export function captionOf(bodyHtml: string, index: number): string {
  for (const [, found, caption = ''] of bodyHtml.matchAll(PLACEHOLDER)) if (Number(found) === index) return plainText(caption)
  return ''
}
