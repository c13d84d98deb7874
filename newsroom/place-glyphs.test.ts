import { expect, test } from 'vitest'
import { placeGlyphs } from './place-glyphs'

const advance = (character: string) => (/[ -~]/.test(character) ? 0.5 : 1)
const placesOf = (text: string) => placeGlyphs(text, advance).glyphs.map(({ at }) => at)

test.each([
  ['泽川', [0, 1], 2],
  ['“开门红”“全年红”', [-0.5, 0.5, 1.5, 2.5, 3.5, 4, 5, 6, 7, 8], 9],
  ['完成。”他说', [0, 1, 2, 2.5, 3.5, 4.5], 5.5],
  ['书——灯', [0, 1, 1.5, 2, 3], 4],
  ['GDP', [0, 0.5, 1], 1.5],
  ['', [], 0],
])('%s', (text, places, width) => {
  expect(placesOf(text)).toEqual(places)
  expect(placeGlyphs(text, advance).width).toBe(width)
})

test('an apostrophe is a narrow one, a quotation mark stays', () => {
  expect(placeGlyphs('don’t', advance).glyphs.map(({ character }) => character)).toContain("'")
  expect(placeGlyphs('‘开’', advance).glyphs.map(({ character }) => character)).toEqual(['‘', '开', '’'])
})
