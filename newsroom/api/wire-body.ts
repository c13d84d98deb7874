import { settleBody, wordsOf } from '@/newsroom/desk/draft-body'
import { mediaIdOf } from '@/newsroom/desk/picked-media'
import { type PastedText, pastedHtml } from '@/newsroom/html/pasted-html'
import { type Figure, withFigures } from '@/newsroom/html/picture-figures'
import { renderMarkdown } from '@/newsroom/kramdown/kramdown'
import type { Rendition } from '@/newsroom/rendition'
import type { WireItem } from './wire-item'

/** A delivered body as blocks, read by the rules of whatever is pasted at the desk; its pictures are numbered places yet. */
export const readWireBody = ({ bodyHtml, bodyMarkdown }: Pick<WireItem, 'bodyHtml' | 'bodyMarkdown'>): PastedText =>
  pastedHtml(bodyHtml ?? renderMarkdown(bodyMarkdown ?? ''))

/** The library's pictures it shows. */
export const picturesOfWire = ({ pictures }: PastedText): string[] => pictures.flatMap(({ src }) => mediaIdOf(src) ?? [])

/** The body as it is stored: pictures of the library as they are there, any other as a link to where it lies. */
export function settleWireBody(
  { html, pictures }: PastedText,
  library: ReadonlyMap<string, readonly Rendition[]>,
): { bodyHtml: string; plainText: string; characterCount: number } {
  const figures = pictures.map(({ src, alt }): Figure => {
    const renditions = library.get(mediaIdOf(src) ?? '')
    if (renditions && renditions.length > 0) return { renditions: [...renditions].reverse(), alt }
    return /^https?:\/\//.test(src) ? { href: src, alt } : null
  })
  const bodyHtml = settleBody(withFigures(html, figures), library)
  return { bodyHtml, ...wordsOf(bodyHtml) }
}
