import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanSource, lineOf } from './clean-source'

const cleaned = (text: string) => {
  const clean = cleanSource(text)
  return 'reason' in clean ? clean.reason : [clean.text, ...clean.notes.map((note) => `${note.rescue ? '!' : ''}${note.reason}`)]
}

test.each([
  ['---\ntitle: 新闻\n---\n', ['---\ntitle: 新闻\n---\n']],
  ['\ufeff新\r\n闻\r\n', ['新\n闻\n', 'cleaned: byte order mark, 2 × CRLF line end']],
  ['新\r闻', ['新\n闻', '!cleaned: lone carriage return']],
  ['新\0闻\x07\x9b', ['新闻', '!cleaned: 3 × control character']],
  ['新\ud83d闻', ['新\ufffd闻', '!cleaned: half of a character']],
  ['😀\tab', ['😀\tab']],
])('%j', (text, expected) => expect(cleaned(text)).toEqual(expected))

test('bytes of another encoding are refused', () => {
  const gbk = new TextDecoder().decode(Uint8Array.of(0xd0, 0xc2, 0xcf, 0xe7, 0xc8, 0xd5, 0xb1, 0xa8))
  expect(cleaned(`---\ntitle: ${gbk}\n---\nplain`)).toMatch(/^not UTF-8: \d characters cannot be read/)
  expect(cleaned(new TextDecoder().decode(Uint8Array.of(0xff, 0xfe, 0x2d, 0, 0x2d, 0)))).toMatch(/^not UTF-8/)
})

test('one character lost in a long text is told, not refused', () => {
  expect(cleaned(`第一行\n${'新乡日报'.repeat(20)}\ufffd`)).toContainEqual(
    '1 × U+FFFD: characters that were lost before this import',
  )
})

test('what comes out can be stored and is clean already', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = cleanSource(text)
      if ('reason' in once) return
      expect(once.text.isWellFormed()).toBe(true)
      const twice = cleanSource(once.text)
      if (!('reason' in twice)) expect(twice.text).toBe(once.text)
    }),
  )
})

test('counts lines from 1', () => {
  expect([0, 1, 2, 3].map((position) => lineOf('a\nb\n', position))).toEqual([1, 1, 2, 2])
})
