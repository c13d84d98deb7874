import { diffArrays } from 'diff'
import type { Element, ElementContent } from 'hast'
import { printHtml } from '@/newsroom/html/clean-html'
import { element, elementsOf, parseHtml, property } from '@/newsroom/html/html-tree'
import { plainText } from '@/newsroom/html/plain-text'
import type { DraftContent } from './draft'
import { changedFields } from './same-draft'
import { diffText, likeness, type Piece } from './text-diff'

/**
 * A block of the body (paragraph, heading, figure, list …) in both texts. Side by side, the left shows what is same and
 * removed, the right what is same and added; inline shows all pieces in their order.
 */
export interface BlockDiff {
  kind: 'same' | 'added' | 'removed' | 'changed'
  /** `p`, `h2`, `figure` … as it is after, or was if it is gone */
  name: string
  pieces: Piece[]
  /** every word stayed: bold, a link, a picture's place or the kind of block is other */
  formatting: boolean
}

export interface FieldDiff {
  field: Exclude<keyof DraftContent, 'bodyHtml'>
  /** how its words changed; null where it holds no words: ask `before` and `after` of the two texts */
  pieces: Piece[] | null
}

export interface RevisionDiff {
  fields: FieldDiff[]
  blocks: BlockDiff[]
  /** the two texts are the same, to the last mark */
  same: boolean
}

/** Blocks less alike than this are no versions of one another. */
const LEAST_LIKENESS = 0.35
/** Pairing so many by so many asks too much: then in their order. */
const MOST_PAIRINGS = 40_000

/** What is other in one text than in another: the fields that changed, and the body block by block. */
export function diffRevisions(before: DraftContent, after: DraftContent): RevisionDiff {
  const changed = changedFields(before, after)
  const fields = changed.flatMap((field): FieldDiff[] => {
    if (field === 'bodyHtml') return []
    const [old, fresh] = [before[field], after[field]]
    const isText = TEXTS.has(field) && typeof old === 'string' && typeof fresh === 'string'
    return [{ field, pieces: isText ? diffText(old, fresh) : null }]
  })
  return { fields, blocks: diffBlocks(before.bodyHtml, after.bodyHtml), same: changed.length === 0 }
}

const TEXTS = new Set<keyof DraftContent>([
  ...(['kicker', 'headline', 'subhead', 'standfirst', 'dateline', 'sourceUrl'] as const),
  ...(['originalHeadline', 'originalAuthor', 'searchTitle', 'searchDescription'] as const),
])

interface Block {
  name: string
  html: string
  text: string
}

/** The bodies block by block, in reading order. */
export function diffBlocks(before: string, after: string): BlockDiff[] {
  const [old, fresh] = [blocksOf(before), blocksOf(after)]
  const runs = diffArrays(old, fresh, { comparator: (one, other) => one.html === other.html })
  const result: BlockDiff[] = []
  let gone: Block[] = []
  let come: Block[] = []
  const settle = () => {
    result.push(...paired(gone, come))
    gone = []
    come = []
  }
  for (const { added, removed, value } of runs) {
    if (removed) gone.push(...value)
    else if (added) come.push(...value)
    else {
      settle()
      result.push(
        ...value.map(({ name, text }) => ({ kind: 'same' as const, name, pieces: diffText(text, text), formatting: false })),
      )
    }
  }
  settle()
  return result
}

/** Of what went and what came between two blocks that stayed: which became which, each in its order. */
function paired(gone: Block[], come: Block[]): BlockDiff[] {
  const result: BlockDiff[] = []
  let [next, nextCome] = [0, 0]
  for (const [from, to] of pairs(gone, come)) {
    result.push(...gone.slice(next, from).map(removedBlock), ...come.slice(nextCome, to).map(addedBlock))
    const [old, fresh] = [gone[from] as Block, come[to] as Block]
    result.push({
      kind: 'changed',
      name: fresh.name,
      pieces: diffText(old.text, fresh.text),
      formatting: old.text === fresh.text,
    })
    next = from + 1
    nextCome = to + 1
  }
  return [...result, ...gone.slice(next).map(removedBlock), ...come.slice(nextCome).map(addedBlock)]
}

const removedBlock = ({ name, text }: Block): BlockDiff => ({
  kind: 'removed',
  name,
  pieces: pieceOf('removed', text),
  formatting: false,
})
const addedBlock = ({ name, text }: Block): BlockDiff => ({
  kind: 'added',
  name,
  pieces: pieceOf('added', text),
  formatting: false,
})
const pieceOf = (kind: Piece['kind'], text: string): Piece[] => (text === '' ? [] : [{ kind, text }])

/** The pairing that keeps the order and is most alike in sum (as a longest common subsequence, weighed). */
function pairs(gone: Block[], come: Block[]): [number, number][] {
  if (gone.length * come.length > MOST_PAIRINGS)
    return gone.slice(0, come.length).map((_, index): [number, number] => [index, index])
  const weights = gone.map((old) => come.map((fresh) => weight(old, fresh)))
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(come.length + 1).fill(0))
  const at = (row: number, column: number) => best[row]?.[column] ?? 0
  for (let row = gone.length - 1; row >= 0; row--) {
    for (let column = come.length - 1; column >= 0; column--) {
      const both = weights[row]?.[column] ?? 0
      const sum = both > 0 ? both + at(row + 1, column + 1) : 0
      ;(best[row] as number[])[column] = Math.max(sum, at(row + 1, column), at(row, column + 1))
    }
  }
  const found: [number, number][] = []
  for (let row = 0, column = 0; row < gone.length && column < come.length; ) {
    const both = weights[row]?.[column] ?? 0
    if (both > 0 && at(row, column) === both + at(row + 1, column + 1)) found.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return found
}

function weight(old: Block, fresh: Block): number {
  if (old.text === fresh.text) return 1
  const alike = likeness(old.text, fresh.text)
  return alike < LEAST_LIKENESS ? 0 : alike
}

function blocksOf(bodyHtml: string): Block[] {
  const nodes = parseHtml(bodyHtml).children as ElementContent[]
  return nodes.flatMap((node): Block[] => {
    if (node.type === 'text') return node.value.trim() === '' ? [] : [blockOf(element('p', [node]))]
    return node.type === 'element' ? [blockOf(node)] : []
  })
}

/** A picture's words are its description; its caption follows as text. */
function blockOf(node: Element): Block {
  const pictures = [...elementsOf({ type: 'root', children: [node] })].filter(({ tagName }) => tagName === 'img')
  const words = [...pictures.map((image) => property(image, 'alt')), plainText({ type: 'root', children: [node] })]
  return { name: node.tagName, html: printHtml({ type: 'root', children: [node] }), text: words.filter(Boolean).join('\n') }
}
