import { expect, test } from 'vitest'
import { movedFocus } from './focal-point'

test.each([
  [
    { x: 0.123, y: 0.999 },
    { x: 0.12, y: 1 },
  ],
  [
    { x: -3, y: 4 },
    { x: 0, y: 1 },
  ],
])('%j is the point %j', (given, expected) => expect(movedFocus(given)).toEqual(expected))
