import type { Element, ElementContent } from 'hast'
import { boldText } from './heading-levels'
import { element, isElement, textOf } from './html-tree'

const LONGEST_CAPTION = 120
const LONGEST_CENTRED = 60
const CAPTION =
  /^(?:[▲△↑▼]|[（(【]?(?:图片来源|图源|图说|图注|配图|供图|摄影|图片|图为|图[一二三四五六七八九十\d]{0,2}\s*[：:/／])|[（(]图)/

/**
 * A line under a picture that says it is its caption (图为…, 图片来源：…, ▲…), or a short centred one, moves into the figure;
 * a credit after the caption, too.
 */
export function captionFigures(blocks: Element[], centred: ReadonlySet<Element>): Element[] {
  const kept: Element[] = []
  for (const block of blocks) {
    const figure = kept.at(-1)
    if (isElement(figure, 'figure') && isCaption(block, centred, figure)) addCaption(figure, block.children)
    else kept.push(block)
  }
  return kept
}

function isCaption(block: Element, centred: ReadonlySet<Element>, figure: Element): boolean {
  if (block.tagName !== 'p') return false
  const text = textOf(block)
  if (text.length <= LONGEST_CAPTION && CAPTION.test(text)) return true
  return figure.children.length === 0 && centred.has(block) && text.length <= LONGEST_CENTRED && boldText(block) === null
}

function addCaption(figure: Element, line: ElementContent[]): void {
  const [caption] = figure.children
  if (isElement(caption, 'figcaption')) caption.children = [...caption.children, element('br'), ...line]
  else figure.children = [element('figcaption', line)]
}
