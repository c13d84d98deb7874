import { attribute, type Tag, tagsIn } from './html-tags'

/** Data blocks are no scripts: a browser does not run them. */
const DATA_TYPES = new Set(['application/ld+json', 'speculationrules'])
const SCRIPT_RELS = new Set(['preload', 'modulepreload', 'prefetch'])
const LOOKED_AT = new Set(['script', 'link'])

/**
 * Takes the framework's scripts and their preloads out of a finished page; data blocks and islands stay. Only what an HTML tokenizer
 * would find is cut, so all other text stays as it was, whatever it looks like. Throws when a script never ends.
 */
export function cutScripts(html: string): string {
  let kept = ''
  let from = 0
  for (const [start, end] of findCuts(html)) {
    kept += html.slice(from, start)
    from = end
  }
  return kept + html.slice(from)
}

function findCuts(html: string): [start: number, end: number][] {
  const cuts: [number, number][] = []
  let open: Tag | null = null
  for (const tag of tagsIn(html, LOOKED_AT)) {
    if (tag.name === 'link') {
      if (!tag.isEnd && isScriptLink(html, tag)) cuts.push([tag.start, tag.end])
    } else if (!tag.isEnd) open ??= tag
    else if (open) {
      if (!isKept(html, open)) cuts.push([open.start, tag.end])
      open = null
    }
  }
  if (open !== null) throw new Error('a script of the page never ends')
  return cuts
}

function isKept(html: string, tag: Tag): boolean {
  return DATA_TYPES.has(attribute(html, tag, 'type')?.toLowerCase() ?? '') || attribute(html, tag, 'data-island') !== undefined
}

function isScriptLink(html: string, tag: Tag): boolean {
  const rels = attribute(html, tag, 'rel')?.toLowerCase().split(/\s+/) ?? []
  if (attribute(html, tag, 'data-island') !== undefined || !rels.some((rel) => SCRIPT_RELS.has(rel))) return false
  return rels.includes('modulepreload') || attribute(html, tag, 'as')?.toLowerCase() === 'script'
}
