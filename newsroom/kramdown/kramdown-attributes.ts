import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

/** `{: .class #id key="value"}`, `{:name: …}` and `{:toc}` on a line of their own. */
const ATTRIBUTE_LINE = /^\{:(?!:)[^{}\n]{0,500}\}\s*$/
/** `{::comment}…{:/comment}`, `{::options … /}` */
const EXTENSION = /^\{::([a-z]+)[^{}\n]{0,500}\}/
const SPAN_ATTRIBUTES = /\{:(?!:)[^{}\n]{0,500}\}/y
/** What ends a link, emphasis, code or tag: only there are attributes of a span. */
const SPAN_ENDS = new Set(')]*_~`>')

/**
 * kramdown's attribute lists and extensions. The attributes themselves name styles and scripts of the old site, so they are
 * taken out of the text and dropped; one that is glued to plain words is text and stays.
 */
export function kramdownAttributes(md: MarkdownIt): void {
  md.block.ruler.before('table', 'kramdown_attributes', attributeLine, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  md.inline.ruler.before('text', 'kramdown_attributes', spanAttributes)
  md.core.ruler.after('block', 'kramdown_heading_id', ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'inline' && tokens[index - 1]?.type === 'heading_open') {
        token.content = token.content.replace(/\s\{#[\w-]{1,200}\}$/, '')
      }
    }
  })
}

function attributeLine(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] as number) + (state.tShift[startLine] as number)
  if (!state.src.startsWith('{:', start) || (state.sCount[startLine] as number) - state.blkIndent >= 4) return false
  const text = state.src.slice(start, state.eMarks[startLine])
  const extension = EXTENSION.exec(text)
  if (extension === null && !ATTRIBUTE_LINE.test(text)) return false
  if (silent) return true
  state.line = extension === null || extension[0].endsWith('/}') ? startLine + 1 : extensionEnd(state, startLine, endLine)
  return true
}

/** The line after `{:/name}`, or after this one where none follows. */
function extensionEnd(state: StateBlock, startLine: number, endLine: number): number {
  // a text is searched in vain once, not once for each line
  const close = state.env.unendedExtensions === state.src ? -1 : state.src.indexOf('{:/', state.bMarks[startLine])
  if (close < 0) {
    state.env.unendedExtensions = state.src
    return startLine + 1
  }
  let line = startLine
  while (line < endLine - 1 && (state.eMarks[line] as number) < close) line++
  return line + 1
}

function spanAttributes(state: StateInline): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x7b) return false
  SPAN_ATTRIBUTES.lastIndex = state.pos
  const match = SPAN_ATTRIBUTES.exec(state.src)
  if (match === null || (state.pos > 0 && !SPAN_ENDS.has(state.src.charAt(state.pos - 1)))) return false
  state.pos += match[0].length
  return true
}
