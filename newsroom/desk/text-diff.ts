import { diffArrays } from 'diff'

/** A piece of a text that both have, or one of them. */
export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/**
 * What a reader takes in at once: a Chinese character, a run of letters and digits of other scripts with the marks inside it, a
 * run of spaces; any other mark by itself.
 */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]]+(?:[.,'’\-][[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]]+)*|\s+|[\s\S]/gv
/** Beyond so many tokens a text is other as a whole: finding out how would take longer than anyone waits. */
const MOST_TOKENS = 20_000
const MOST_EDITS = 4_000
/** Fewer characters that stayed, between two changes, are the chance of common words: 的 alone joins nothing. */
const SHORTEST_SAME = 2

export const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []

/** How a text became another, as pieces in reading order; what went stands before what came. */
export function diffText(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const [old, fresh] = [tokensOf(before), tokensOf(after)]
  const changes =
    old.length + fresh.length > MOST_TOKENS
      ? undefined
      : diffArrays(old, fresh, { maxEditLength: MOST_EDITS, oneChangePerToken: false })
  if (!changes) return joined([removed(before), added(after)])
  const pieces = changes.map(({ added: isAdded, removed: isRemoved, value }): Piece => {
    return { kind: isAdded ? 'added' : isRemoved ? 'removed' : 'same', text: value.join('') }
  })
  return joined(withoutIslands(pieces))
}

const removed = (text: string): Piece => ({ kind: 'removed', text })
const added = (text: string): Piece => ({ kind: 'added', text })

/** A word or two that happen to stand in both, amid changes on either side, are told as changed: that is how people read it. */
function withoutIslands(pieces: Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => {
    const isInner = index > 0 && index < pieces.length - 1
    const isIsland = piece.kind === 'same' && isInner && tokensOf(piece.text.trim()).length < SHORTEST_SAME
    return isIsland ? [removed(piece.text), added(piece.text)] : [piece]
  })
}

/** Neighbours of one kind become one; within a change, all that went stands before all that came. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  let [went, came] = ['', '']
  const settle = () => {
    if (went !== '') result.push(removed(went))
    if (came !== '') result.push(added(came))
    went = came = ''
  }
  for (const { kind, text } of pieces) {
    if (kind === 'removed') went += text
    else if (kind === 'added') came += text
    else {
      settle()
      const last = result.at(-1)
      if (last?.kind === 'same') last.text += text
      else result.push({ kind, text })
    }
  }
  settle()
  return result.filter(({ text }) => text !== '')
}

/** How alike two texts are, 0 to 1: the share of their tokens that both have. */
export function likeness(one: string, other: string): number {
  const counts = new Map<string, number>()
  const [first, second] = [tokensOf(one), tokensOf(other)]
  for (const token of first) counts.set(token, (counts.get(token) ?? 0) + 1)
  let common = 0
  for (const token of second) {
    const left = counts.get(token) ?? 0
    if (left === 0) continue
    counts.set(token, left - 1)
    common++
  }
  return first.length + second.length === 0 ? 1 : (2 * common) / (first.length + second.length)
}
