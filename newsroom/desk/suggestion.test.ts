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
])('%j is looked for by name, pinyin and initials', (given, expected) => expect(readTyped(given)).toMatchObject(expected))

test.each([
  ['乡', ['乡'], '^乡'],
  ['新乡报', ['新乡', '乡报'], '^新'],
  ['5G', ['5g'], '^5'],
  ['𠮷祥', ['𠮷祥'], '^𠮷'],
])('%s is cut into what a name that holds it has', (given, parts, first) =>
  expect(readTyped(given)).toMatchObject({ parts, beginning: [first, ...parts] }),
)

test('what a person types is text, not a pattern', () => expect(likeText('100%_\\')).toBe('100\\%\\_\\\\'))
