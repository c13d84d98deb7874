import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attribute, type Tag, tagsIn } from './html-tags'

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
const LOOKED_AT = new Set(['script', 'link', 'meta', 'head', '!--'])

/**
 * A finished page in the lite view → the page as the lite edition sends it: no script of any kind, no file it would have to
 * load, the style inside it. As in `cutScripts`, only what an HTML tokenizer would find is cut.
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
  for (const tag of tagsIn(html, LOOKED_AT)) {
    const { name, isEnd, start, end } = tag
    if (name === '!--') cut(start, end)
    else if (name === 'head') {
      if (isEnd && !styled) styled = edits.push({ start, end: start, text: `<style>${STYLE}</style>` }) > 0
    } else if (name !== 'script') {
      if (!isEnd && isLeftOut(html, tag)) cut(start, end)
    } else if (!isEnd) script ??= start
    else if (script !== null) {
      cut(script, end)
      script = null
    }
  }
  if (script !== null) throw new Error('a script of the page never ends')
  if (!styled) throw new Error('the page has no head')
  return edits
}

function isLeftOut(html: string, tag: Tag): boolean {
  const of = (name: string) => attribute(html, tag, name)
  if (tag.name === 'link') return !RELS.has(of('rel') ?? '')
  if (of('charset') !== undefined || of('http-equiv') !== undefined) return false
  return !METAS.has(of('name') ?? '')
}
