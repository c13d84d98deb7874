import type { MarkdownIt, StateBlock } from 'markdown-it'
import { commentEnd, elementEnds, tagAt } from './html-block-ends'

/** Elements that belong to a line of text; any other tag at the start of a line opens a block of HTML. */
const SPAN_ELEMENTS = new Set(
  (
    'a abbr acronym b big bdo br button cite code del dfn em font i img input ins kbd label mark option q rb rbc rp rt rtc ruby ' +
    'samp select small span strike strong sub sup tt u var'
  ).split(' '),
)
/** Elements whose Markdown (`markdown="1"`) is a line of text, not blocks. */
const SPAN_CONTENT = new Set('address dd dt figcaption h1 h2 h3 h4 h5 h6 legend p summary td th'.split(' '))
const MARKDOWN = /\smarkdown\s*=\s*["']?(1|block|span)\b/i
/** Blocks of Markdown in HTML in Markdown are read this deep. */
const DEEPEST = 8

/**
 * kramdown's rule for blocks of HTML in place of CommonMark's: from a block tag at the start of a line to its end tag, over
 * blank lines too, everything is HTML and `*` and `_` are letters, unless it says `markdown="1"`. What follows the end tag on
 * its line is a paragraph. An element that is never closed ends at the next blank line (kramdown would swallow the rest).
 */
export function kramdownHtmlBlock(md: MarkdownIt): void {
  md.block.ruler.at('html_block', htmlBlock, { alt: ['paragraph', 'reference', 'blockquote'] })
}

function htmlBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = startOf(state, startLine)
  if ((state.sCount[startLine] as number) - state.blkIndent >= 4 || !opensBlock(state.src, start)) return false
  if (silent) return true

  let end = endOfPiece(state, start, startLine, endLine)
  let line = lineOf(state, startLine, end)
  for (
    let next = state.skipSpaces(end);
    next < lineEnd(state, line) && opensBlock(state.src, next);
    next = state.skipSpaces(end)
  ) {
    end = endOfPiece(state, next, line, endLine)
    line = lineOf(state, line, end)
  }
  const rest = state.src.slice(end, lineEnd(state, line)).trim()
  const html = state.getLines(startLine, line + 1, state.blkIndent, false).trim()
  pushHtml(state, rest === '' ? html : html.slice(0, html.length - rest.length))
  state.line = line + 1
  if (rest !== '') pushParagraph(state, rest, endLine)
  return true
}

function opensBlock(source: string, at: number): boolean {
  if (source.charCodeAt(at) !== 0x3c) return false
  if (source.startsWith('<!--', at) || source.startsWith('<?', at)) return commentEnd(source, at) >= 0
  const tag = tagAt(source, at)
  return tag !== null && !SPAN_ELEMENTS.has(tag.name)
}

/** Where the element, comment or stray end tag at an offset ends; no further than the list or quotation it stands in. */
function endOfPiece(state: StateBlock, at: number, line: number, endLine: number): number {
  const comment = commentEnd(state.src, at)
  const end = comment >= 0 ? comment : (endsOf(state).get(at) ?? strayEnd(state.src, at))
  if (end >= 0 && end <= lineEnd(state, endLine - 1)) return end
  let last = line
  while (last + 1 < endLine && !state.isEmpty(last + 1)) last++
  return lineEnd(state, last)
}

function strayEnd(source: string, at: number): number {
  const tag = tagAt(source, at)
  return tag?.closing ? tag.end : -1
}

/** Kept by text: Markdown within HTML is read as a text of its own. */
function endsOf(state: StateBlock): Map<number, number> {
  state.env.elementEnds ??= new Map()
  const known = state.env.elementEnds as Map<string, Map<number, number>>
  let ends = known.get(state.src)
  if (ends === undefined) {
    ends = elementEnds(state.src)
    known.set(state.src, ends)
  }
  return ends
}

/** One element after the other: those that say so are read as Markdown. */
function pushHtml(state: StateBlock, html: string): void {
  const depth = (state.env.htmlDepth as number | undefined) ?? 0
  const ends = depth < DEEPEST && MARKDOWN.test(html) ? elementEnds(html) : new Map<number, number>()
  let at = 0
  while (at < html.length) {
    const tag = tagAt(html, at)
    const end = ends.get(at) ?? html.length
    const opening = tag === null || tag.empty ? '' : html.slice(at, tag.end)
    const kind = MARKDOWN.exec(opening)?.[1]
    if (tag === null || kind === undefined || !ends.has(at)) state.push('html_block', '', 0).content = `${html.slice(at, end)}\n`
    else {
      const inner = html.slice(tag.end, html.lastIndexOf('</', end))
      state.push('html_block', '', 0).content = opening
      state.env.htmlDepth = depth + 1
      if (kind === 'span' || (kind === '1' && SPAN_CONTENT.has(tag.name))) pushInline(state, inner.trim())
      else state.md.block.parse(inner, state.md, state.env, state.tokens)
      state.env.htmlDepth = depth
      state.push('html_block', '', 0).content = `</${tag.name}>\n`
    }
    at = end + (/^\s*/.exec(html.slice(end))?.[0].length ?? 0)
  }
}

/** The text after an end tag, with the lines that continue it. */
function pushParagraph(state: StateBlock, opening: string, endLine: number): void {
  const ends = state.md.block.ruler.getRules('paragraph')
  let line = state.line
  while (line < endLine && !state.isEmpty(line) && !ends.some((rule) => rule(state, line, endLine, true))) line++
  const more = line > state.line ? `\n${state.getLines(state.line, line, state.blkIndent, false)}` : ''
  state.push('paragraph_open', 'p', 1)
  pushInline(state, (opening + more).trim())
  state.push('paragraph_close', 'p', -1)
  state.line = line
}

function pushInline(state: StateBlock, content: string): void {
  const token = state.push('inline', '', 0)
  token.content = content
  token.children = []
}

const startOf = (state: StateBlock, line: number) => (state.bMarks[line] as number) + (state.tShift[line] as number)
const lineEnd = (state: StateBlock, line: number) => state.eMarks[line] as number

function lineOf(state: StateBlock, from: number, offset: number): number {
  let line = from
  while (lineEnd(state, line) < offset) line++
  return line
}
