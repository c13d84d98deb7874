import type { Element } from 'hast'
import { element, isElement, textOf } from './html-tree'

const LONGEST_HEADING = 36
/** A sentence, a credit or a label is no heading, however bold. */
const NO_HEADING = /[。；，、：:,;]$|^[（(【[□■●]|(?:记者|通讯员|来源|编辑|责编|作者|摄影|供图)(?:[：:\s]|$)/
/** Below every real heading: a bold line divides what the last of them opened. */
const BOLD_LEVEL = 7
const [HIGHEST, LOWEST] = [2, 4]

/**
 * Headings as a reader's screen needs them: from h2 on (h1 is the headline) and none skipped, down to h4. A short paragraph all
 * in bold between others becomes one, as news pages set their headings in bold.
 */
export function levelHeadings(blocks: Element[]): Element[] {
  const open: { raw: number; level: number }[] = []
  return blocks.map((block, index) => {
    const raw = isBoldHeading(blocks, index) ? BOLD_LEVEL : Number(/^h([1-6])$/.exec(block.tagName)?.[1] ?? 0)
    if (raw === 0) return block
    while (open.length > 0 && (open.at(-1)?.raw as number) >= raw) open.pop()
    const level = Math.min((open.at(-1)?.level ?? HIGHEST - 1) + 1, LOWEST)
    open.push({ raw, level })
    const [only] = block.children
    return element(
      `h${level}`,
      block.children.length === 1 && isElement(only, 'strong') ? only.children : block.children,
      block.properties,
    )
  })
}

/** Headings inside quotations, items and cells stand outside the article's outline: they are bold lines there. */
export function withoutInnerHeadings(block: Element): Element {
  for (const [index, child] of block.children.entries()) {
    if (!isElement(child)) continue
    if (/^h[1-6]$/.test(child.tagName)) block.children[index] = element('p', [element('strong', child.children)])
    else withoutInnerHeadings(child)
  }
  return block
}

/** The text of a paragraph that is bold as a whole. */
export function boldText(block: Element | undefined): string | null {
  const [only] = block?.children ?? []
  return isElement(block, 'p') && block.children.length === 1 && isElement(only, 'strong') ? textOf(only) : null
}

/** Text follows it, and it is no line of a text that is bold throughout. */
function isBoldHeading(blocks: Element[], index: number): boolean {
  const text = boldText(blocks[index])
  const next = blocks[index + 1]
  if (text === null || next === undefined || isElement(next, 'hr') || next.properties.className !== undefined) return false
  return (
    text.length <= LONGEST_HEADING && !NO_HEADING.test(text) && boldText(next) === null && boldText(blocks[index - 1]) === null
  )
}
