import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { markedPieces } from './marked-pieces'
import type { Mark } from './search-marks'

/** Marked pieces in brackets. */
const written = (text: string, marks: Mark[]) =>
  markedPieces(text, marks)
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join('')

test.each<[Mark[], string]>([
  [[], '新乡市水利局'],
  [[[3, 5]], '新乡市[水利]局'],
  [
    [
      [3, 5],
      [0, 2],
    ],
    '[新乡]市[水利]局',
  ],
  [
    [
      [0, 2],
      [1, 4],
      [4, 5],
    ],
    '[新乡市水利]局',
  ],
  [
    [
      [5, 99],
      [7, 8],
      [2, 2],
    ],
    '新乡市水利[局]',
  ],
])('%j', (marks, expected) => expect(written('新乡市水利局', marks)).toBe(expected))

it('loses no letter, whatever the marks', () => {
  const place = fc.integer({ min: -2, max: 12 })
  fc.assert(
    fc.property(fc.string({ maxLength: 10 }), fc.array(fc.tuple(place, place)), (text, marks) => {
      const pieces = markedPieces(text, marks)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      expect(pieces.every((piece, index) => piece.text !== '' && piece.marked !== pieces[index - 1]?.marked)).toBe(true)
    }),
  )
})
