import { SAXParser, type StartTag } from 'parse5-sax-parser'

/** Data blocks are no scripts: a browser does not run them. */
const DATA_TYPES = new Set(['application/ld+json', 'speculationrules'])
const SCRIPT_RELS = new Set(['preload', 'modulepreload', 'prefetch'])

/**
 * Takes the framework's scripts and their preloads out of a finished page; data blocks and islands stay. Only byte ranges that
 * an HTML tokenizer found are cut, so all other text stays as it was, whatever it looks like. Throws when a script never ends.
 */
export function cutScripts(html: string): string {
  const cuts = findCuts(html)
  let kept = ''
  let from = 0
  for (const [start, end] of cuts) {
    kept += html.slice(from, start)
    from = end
  }
  return kept + html.slice(from)
}

function findCuts(html: string): [start: number, end: number][] {
  const cuts: [number, number][] = []
  let open: { tag: StartTag; start: number } | null = null
  const parser = new SAXParser({ sourceCodeLocationInfo: true })
  parser.on('startTag', (tag) => {
    const { start, end } = place(tag.sourceCodeLocation)
    if (tag.tagName === 'script') open ??= { tag, start }
    else if (tag.tagName === 'link' && isScriptLink(tag)) cuts.push([start, end])
  })
  parser.on('endTag', ({ tagName, sourceCodeLocation }) => {
    if (tagName !== 'script' || open === null) return
    if (!isKept(open.tag)) cuts.push([open.start, place(sourceCodeLocation).end])
    open = null
  })
  parser.end(html)
  if (open !== null) throw new Error('a script of the page never ends')
  return cuts
}

function place(location: { startOffset: number; endOffset: number } | null | undefined): { start: number; end: number } {
  if (!location) throw new Error('the tokenizer named no place')
  return { start: location.startOffset, end: location.endOffset }
}

const attribute = (tag: StartTag, name: string) => tag.attrs.find((attr) => attr.name === name)?.value

function isKept(tag: StartTag): boolean {
  return DATA_TYPES.has(attribute(tag, 'type')?.toLowerCase() ?? '') || attribute(tag, 'data-island') !== undefined
}

function isScriptLink(tag: StartTag): boolean {
  const rels = attribute(tag, 'rel')?.toLowerCase().split(/\s+/) ?? []
  if (attribute(tag, 'data-island') !== undefined || !rels.some((rel) => SCRIPT_RELS.has(rel))) return false
  return rels.includes('modulepreload') || attribute(tag, 'as')?.toLowerCase() === 'script'
}
