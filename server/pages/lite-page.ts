import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SAXParser, type StartTag } from 'parse5-sax-parser'

/** The one style of the lite edition, without its comments and line breaks. */
const STYLE = ['paper', 'lists', 'article', 'search', 'print']
  .map((part) => readFileSync(join(import.meta.dirname, 'lite', `${part}.css`), 'utf8'))
  .join('')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s*\n\s*/g, '')
export const LITE_STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`

/** What of a head a reader or an engine that comes here needs; feeds, cards and neighbours are said on the page itself. */
const METAS = new Set(['viewport', 'description', 'robots', 'referrer', 'theme-color', 'color-scheme', 'format-detection'])
const RELS = new Set(['canonical', 'icon'])

/**
 * A finished page in the lite view → the page as the lite edition sends it: no script of any kind, no file it would have to
 * load, the style inside it. As in `cutScripts`, only what an HTML tokenizer found is cut.
 */
export function litePage(html: string): string {
  let kept = ''
  let from = 0
  for (const { start, end, text } of findEdits(html)) {
    kept += html.slice(from, start) + text
    from = end
  }
  return kept + html.slice(from)
}

interface Edit {
  start: number
  end: number
  text: string
}

function findEdits(html: string): Edit[] {
  const edits: Edit[] = []
  let script: number | null = null
  let styled = false
  const cut = (start: number, end: number) => edits.push({ start, end, text: '' })
  const parser = new SAXParser({ sourceCodeLocationInfo: true })
  parser.on('startTag', (tag) => {
    const { startOffset, endOffset } = placeOf(tag)
    if (tag.tagName === 'script') script ??= startOffset
    else if (isLeftOut(tag)) cut(startOffset, endOffset)
  })
  parser.on('endTag', (tag) => {
    const { startOffset, endOffset } = placeOf(tag)
    if (tag.tagName === 'head' && !styled) {
      edits.push({ start: startOffset, end: startOffset, text: `<style>${STYLE}</style>` })
      styled = true
    }
    if (tag.tagName !== 'script' || script === null) return
    cut(script, endOffset)
    script = null
  })
  parser.on('comment', (comment) => {
    const { startOffset, endOffset } = placeOf(comment)
    cut(startOffset, endOffset)
  })
  parser.end(html)
  if (script !== null) throw new Error('a script of the page never ends')
  if (!styled) throw new Error('the page has no head')
  return edits
}

function placeOf({ sourceCodeLocation }: { sourceCodeLocation?: { startOffset: number; endOffset: number } | null }) {
  if (!sourceCodeLocation) throw new Error('the tokenizer named no place')
  return sourceCodeLocation
}

function isLeftOut({ tagName, attrs }: StartTag): boolean {
  const attribute = (name: string) => attrs.find((attr) => attr.name === name)?.value
  if (tagName === 'link') return !RELS.has(attribute('rel') ?? '')
  if (tagName !== 'meta' || attribute('charset') !== undefined || attribute('http-equiv') !== undefined) return false
  return !METAS.has(attribute('name') ?? '')
}
