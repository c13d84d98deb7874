import Markdown, { type MarkdownIt, type Token } from 'markdown-it'
import deflist from 'markdown-it-deflist'
import footnote from 'markdown-it-footnote'
import { kramdownAttributes } from './kramdown-attributes'
import { kramdownEmphasis } from './kramdown-emphasis'
import { kramdownHtmlBlock } from './kramdown-html-block'
import { kramdownTable } from './kramdown-table'

const CHINESE = /[\p{sc=Han}\u3000“‘（《【〈「『〔—]/uy

/**
 * Markdown as kramdown with Jekyll's settings reads it (GFM input, no hard wraps) → HTML, not yet safe. Its curly quotes and
 * dashes are not made: Chinese text writes its own.
 */
export function renderMarkdown(source: string): string {
  return markdown.render(source, {})
}

const markdown = compiled()

function compiled(): MarkdownIt {
  const md = new Markdown({ html: true, linkify: false, typographer: false })
  md.use(footnote).use(deflist).use(kramdownHtmlBlock).use(kramdownAttributes).use(kramdownTable).use(kramdownEmphasis)
  md.disable('footnote_inline')
  // every link is a link: which addresses may stay is the allow-list's rule, and a refused one keeps its words
  md.validateLink = () => true
  codeButNotChinese(md)
  footnotes(md)
  return md
}

/** A line set in by hand, as Chinese paragraphs are, is no code: it is read as if it stood at the margin. */
function codeButNotChinese(md: MarkdownIt): void {
  md.block.ruler.before('code', 'chinese_indent', (state, line) => {
    CHINESE.lastIndex = (state.bMarks[line] as number) + (state.tShift[line] as number)
    if (CHINESE.test(state.src)) state.sCount[line] = Math.min(state.sCount[line] as number, state.blkIndent)
    return false
  })
}

/** One list at the end; ids begin with `fn-`, the only ones the allow-list lets pass. */
function footnotes(md: MarkdownIt): void {
  const numberOf = (token: Token | undefined) => {
    const { id, subId } = (token?.meta ?? { id: 0 }) as { id: number; subId?: number }
    return { note: `${id + 1}`, mark: subId ? `${id + 1}-${subId}` : `${id + 1}` }
  }
  Object.assign(md.renderer.rules, {
    footnote_ref: (tokens, index) => {
      const { note, mark } = numberOf(tokens[index])
      return `<sup class="footnote"><a href="#fn-${note}" id="fn-ref-${mark}">${note}</a></sup>`
    },
    footnote_block_open: () => '<ol class="footnotes">\n',
    footnote_block_close: () => '</ol>\n',
    footnote_open: (tokens, index) => `<li id="fn-${numberOf(tokens[index]).note}">`,
    footnote_anchor: (tokens, index) => ` <a href="#fn-ref-${numberOf(tokens[index]).mark}" class="footnote-back">↩︎</a>`,
  } satisfies typeof md.renderer.rules)
}
