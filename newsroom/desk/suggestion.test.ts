import { expect, test } from 'vitest'
import { likeText, readTyped } from './suggestion'

test.each([
  ['新乡', { text: '新乡', sortKey: 'xinxiang', initials: null }],
  [' XinXiang ', { text: 'xinxiang', sortKey: 'xinxiang', initials: 'xinxiang' }],
  ["xi'an", { text: "xi'an", sortKey: 'xian', initials: 'xian' }],
  ['new york', { text: 'new york', sortKey: 'new york', initials: 'newyork' }],
  ['５Ｇ', { text: '5g', sortKey: '5g', initials: '5g' }],
  ['', { text: '', sortKey: null, initials: null }],
  ['a\0b', { text: 'ab', sortKey: 'ab', initials: 'ab' }],
])('%j is looked for by name, pinyin and initials', (given, expected) => expect(readTyped(given)).toEqual(expected))

test('what a person types is text, not a pattern', () => expect(likeText('100%_\\')).toBe('100\\%\\_\\\\'))
