import { expect, test } from 'vitest'
import { findWord, holdsWord } from './find-word'

test.each([
  ['新乡日报说新乡', '新乡', [0, 5]],
  ['哈哈哈', '哈哈', [0, 1]],
  ['party art', 'art', [6]],
  ['in 2022 and 22', '22', [12]],
  ['2022年', '2022', [0]],
  ['iphone15', 'iphone', [0]],
  ['iphone15', '15', [6]],
  ['增长3.5%', '3.5%', [2]],
  ['a𠮷b', 'a', [0]],
  ['甲', '', []],
])('%s holds %s at %j', (text, word, starts) => {
  expect(findWord(text, word).map(([start]) => start)).toEqual(starts)
  expect(holdsWord(text, word)).toBe(starts.length > 0)
})
