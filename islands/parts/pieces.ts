import { splitSentences } from '@/newsroom/sentences'

/** A sentence as it is spoken, and where it stands in the page. */
export interface Piece {
  text: string
  range: Range
}

const BLOCK = 'p,h1,h2,h3,h4,h5,h6,li,dt,dd,td,th,figcaption,blockquote,div'
/** Not for the ear: code, footnote marks, ruby glosses, the address of a picture that is not here. */
const SILENT = 'pre,script,style,sup,rt,rp,svg,[hidden],[aria-hidden=true],.remote-picture>a'

interface Run {
  block: Element | null
  texts: Text[]
}

/** The sentences of some parts of a page, in order; none runs from one paragraph into the next. */
export function piecesOf(parts: Iterable<Element>, longest: number): Piece[] {
  return runsOf(parts).flatMap(({ texts }) => {
    const text = texts.map(({ data }) => data.replace(/\s/g, ' ')).join('')
    return splitSentences(text, longest).map(({ start, end }) => ({
      text: text.slice(start, end),
      range: rangeOf(texts, start, end),
    }))
  })
}

function runsOf(parts: Iterable<Element>): Run[] {
  const runs: Run[] = []
  for (const part of parts) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent?.closest(SILENT)) continue
      const block = parent?.closest(BLOCK) ?? null
      const last = runs.at(-1)
      if (last && last.block === block && node.previousSibling?.nodeName !== 'BR') last.texts.push(node as Text)
      else runs.push({ block, texts: [node as Text] })
    }
  }
  return runs
}

function rangeOf(texts: Text[], start: number, end: number): Range {
  const range = new Range()
  let from = 0
  for (const text of texts) {
    const to = from + text.length
    if (start >= from && start < to) range.setStart(text, start - from)
    if (end > from && end <= to) range.setEnd(text, end - from)
    from = to
  }
  return range
}
