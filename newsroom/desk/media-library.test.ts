import { expect, test } from 'vitest'
import { readMediaCursor, readMediaFilter, writeMediaCursor } from './media-library'

const at = new Date('2026-11-24T18:05:00.123Z')
const id = 'ab'.repeat(32)

test('a cursor comes back as it went', () => expect(readMediaCursor(writeMediaCursor({ at, id }))).toEqual({ at, id }))
test.each([[null], [''], ['x'], [`!-${id}`], ['kz-ab']])('%j is no cursor', (text) => expect(readMediaCursor(text)).toBeNull())
test.each([
  ['mine', 'mine'],
  ['no-alt', 'no-alt'],
  ['other', 'all'],
  [null, 'all'],
])('the filter %j is %s', (text, filter) => expect(readMediaFilter(text)).toBe(filter))
