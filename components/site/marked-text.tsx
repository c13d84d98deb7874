import { Fragment } from 'react'
import { markedPieces } from '@/newsroom/search/marked-pieces'
import type { Mark } from '@/newsroom/search/search-marks'

/** A text with the words that were looked for marked. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return markedPieces(text, marks).map(({ text: piece, marked }, index) => {
    const Piece = marked ? 'mark' : Fragment
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no other identity
    return <Piece key={index}>{piece}</Piece>
  })
}
