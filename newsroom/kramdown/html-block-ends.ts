/** A tag as kramdown sees one: `<http://…>`, `<a@b.cn>` and `<3` are none. */
const TAG = /<(\/?)([a-z][\w-]*)(?=[\s/>])/iy
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Elements whose content is text up to their end tag. */
const TEXT_ONLY = new Set(['script', 'style', 'textarea', 'title', 'xmp'])
const [DOUBLE_QUOTE, QUOTE, LESS, GREATER, SLASH] = [0x22, 0x27, 0x3c, 0x3e, 0x2f]

export interface Tag {
  /** lower case */
  name: string
  closing: boolean
  /** nothing can stand in it: `<br>`, `<div/>` */
  empty: boolean
  /** offset after its `>` */
  end: number
}

/** The tag that starts at an offset, attributes and all, or null. */
export function tagAt(source: string, offset: number): Tag | null {
  TAG.lastIndex = offset
  const match = TAG.exec(source)
  if (match === null) return null
  const name = (match[2] as string).toLowerCase()
  let quote = 0
  for (let at = TAG.lastIndex; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === DOUBLE_QUOTE || code === QUOTE) quote = code
    else if (code === LESS) return null
    else if (code === GREATER) {
      return { name, closing: match[1] === '/', empty: VOID.has(name) || source.charCodeAt(at - 1) === SLASH, end: at + 1 }
    }
  }
  return null
}

/** Where the comment or instruction at an offset ends, or -1 where none starts there or none ends. */
export function commentEnd(source: string, offset: number): number {
  const [open, close] = source.startsWith('<!--', offset) ? ['<!--', '-->'] : ['<?', '?>']
  if (!source.startsWith(open, offset)) return -1
  const end = source.indexOf(close, offset + open.length)
  return end < 0 ? -1 : end + close.length
}

/**
 * Where each element of a text ends: offset of its `<` → offset after its end tag. One pass, pairing by name as kramdown does;
 * an element without an end tag is not in it.
 */
export function elementEnds(source: string): Map<number, number> {
  const ends = new Map<number, number>()
  const open = new Map<string, number[]>()
  const lastComment = source.lastIndexOf('-->')
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const tag = tagAt(source, at)
    if (tag === null) {
      at = source.startsWith('<!--', at) && at < lastComment ? commentEnd(source, at) : at + 1
      if (at < 0) return ends
      continue
    }
    if (tag.closing) {
      const start = open.get(tag.name)?.pop()
      if (start !== undefined) ends.set(start, tag.end)
    } else if (tag.empty) ends.set(at, tag.end)
    else {
      const starts = open.get(tag.name)
      if (starts === undefined) open.set(tag.name, [at])
      else starts.push(at)
    }
    at = !tag.closing && TEXT_ONLY.has(tag.name) ? endOfText(source, tag) : tag.end
  }
  return ends
}

function endOfText(source: string, tag: Tag): number {
  const length = source.slice(tag.end).search(new RegExp(`</${tag.name}`, 'i'))
  return length < 0 ? source.length : tag.end + length
}
