import type { Mark } from './search-marks'

export interface Piece {
  text: string
  marked: boolean
}

/** A text in pieces, those under a mark marked; marks may overlap, touch or reach too far. Together the pieces are the text. */
export function markedPieces(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const add = (end: number, marked: boolean) => {
    if (end <= at) return
    const last = pieces.at(-1)
    const piece = text.slice(at, end)
    if (last?.marked === marked) last.text += piece
    else pieces.push({ text: piece, marked })
    at = end
  }
  for (const [start, end] of [...marks].sort(([a], [b]) => a - b)) {
    if (end <= start) continue
    add(Math.min(start, text.length), false)
    add(Math.min(end, text.length), true)
  }
  add(text.length, false)
  return pieces
}
