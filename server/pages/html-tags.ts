/** A tag of a page, by its place; `!--` is the name of a comment. */
export interface Tag {
  name: string
  isEnd: boolean
  start: number
  end: number
}

const SPACE = '\\t\\n\\f\\r '
const TAG_NAME = new RegExp(`[a-z][^${SPACE}/>]*`, 'iy')
/** Before what ends a tag: an attribute, its value quoted as it may be (HTML §13.2.5.32 and following); a quote that never ends takes all. */
const ATTRIBUTE = new RegExp(
  `[${SPACE}/]*([^${SPACE}/>][^${SPACE}/>=]*)(?:[${SPACE}]*=[${SPACE}]*(?:"([^"]*)"|'([^']*)'|([^${SPACE}>"'][^${SPACE}>]*)|(?=>)|["'][^]*))?`,
  'y',
)
const COMMENT_END = /--!?>/g
/** Elements whose text is text, whatever it looks like: the next end tag of theirs is searched for. */
const TEXT_ONLY = new Map(
  ['title', 'textarea', 'style', 'xmp', 'iframe', 'noembed', 'noframes'].map((name) => [name, endOf(name)] as const),
)
const SCRIPT_STEP = new RegExp(`<!--|-->|<(/?)script(?=[${SPACE}/>])`, 'gi')

/**
 * The tags and comments of these names, in order, as a browser's tokenizer finds them (HTML §13.2.5). Only what can be a tag is
 * looked at, so that it takes a tenth of what a whole tokenizer does. A text that ends inside a tag has no more tags.
 */
export function* tagsIn(html: string, names: ReadonlySet<string>): Generator<Tag> {
  let at = html.indexOf('<')
  while (at >= 0) {
    const tag = tagAt(html, at)
    if (tag === null) return
    if (names.has(tag.name)) yield tag
    at = html.indexOf('<', tag.isEnd ? tag.end : textEnd(html, tag))
  }
}

/** Of a start tag: the value of an attribute, character references left as they are; undefined when it has none of that name. */
export function attribute(html: string, { name, start, end }: Tag, wanted: string): string | undefined {
  ATTRIBUTE.lastIndex = start + 1 + name.length
  for (;;) {
    const found = ATTRIBUTE.exec(html)
    if (!found || ATTRIBUTE.lastIndex > end) return undefined
    if (found[1]?.toLowerCase() === wanted) return found[2] ?? found[3] ?? found[4] ?? ''
  }
}

/** What begins with this `<`: a tag, a comment, or text, which ends behind it and has no name. */
function tagAt(html: string, start: number): Tag | null {
  const after = html[start + 1]
  if (after === '!' || after === '?') return markedAt(html, start)
  const isEnd = after === '/'
  TAG_NAME.lastIndex = start + (isEnd ? 2 : 1)
  const name = TAG_NAME.exec(html)?.[0].toLowerCase()
  if (name === undefined) return isEnd ? markedAt(html, start) : { name: '', isEnd, start, end: start + 1 }
  const end = tagEnd(html, start + (isEnd ? 2 : 1) + name.length)
  return end === null ? null : { name, isEnd, start, end }
}

function tagEnd(html: string, from: number): number | null {
  ATTRIBUTE.lastIndex = from
  let at = from
  while (ATTRIBUTE.test(html)) at = ATTRIBUTE.lastIndex
  const end = html.indexOf('>', at)
  return end < 0 ? null : end + 1
}

/** A comment, a document type, or what is read as a comment. What never ends takes all. */
function markedAt(html: string, start: number): Tag {
  const isComment = html.startsWith('<!--', start)
  const end = isComment ? commentEnd(html, start + 4) : html.indexOf('>', start) + 1
  return { name: isComment ? '!--' : '', isEnd: false, start, end: end || html.length }
}

function commentEnd(html: string, from: number): number {
  if (html.startsWith('>', from)) return from + 1
  if (html.startsWith('->', from)) return from + 2
  COMMENT_END.lastIndex = from
  return COMMENT_END.test(html) ? COMMENT_END.lastIndex : 0
}

/** Where tags may begin again. */
function textEnd(html: string, { name, end }: Tag): number {
  if (name === 'plaintext') return html.length
  if (name === 'script') return scriptEnd(html, end)
  const ending = TEXT_ONLY.get(name)
  if (!ending) return end
  ending.lastIndex = end
  return ending.exec(html)?.index ?? html.length
}

/** Of a script's text. In a comment of old a script may stand whole, with an end tag of its own (HTML §13.2.5.19 and following). */
function scriptEnd(html: string, from: number): number {
  let depth = 0
  SCRIPT_STEP.lastIndex = from
  for (let step = SCRIPT_STEP.exec(html); step; step = SCRIPT_STEP.exec(html)) {
    const [text, slash] = step
    if (text === '-->') depth = 0
    else if (text === '<!--') {
      if (depth === 0) [depth, SCRIPT_STEP.lastIndex] = [1, step.index + 2]
    } else if (slash === '') depth &&= 2
    else if (depth < 2) return step.index
    else depth = 1
  }
  return html.length
}

function endOf(name: string): RegExp {
  return new RegExp(`</${name}(?=[${SPACE}/>])`, 'gi')
}
