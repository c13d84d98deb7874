import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findQuote, quoteOf } from './text-quote'

const text = '记者获悉，工程开工。\n\n记者获悉，工程完工。\n\n市民称便。'
const at = (words: string, from = 0) => text.indexOf(words, from)

it('knows a passage by its words and their neighbours', () => {
  expect(quoteOf(text, at('工程开工'), at('工程开工') + 4)).toEqual({
    exact: '工程开工',
    prefix: '记者获悉，',
    suffix: '。\n\n记者获悉，工程完工。\n\n市民称便。',
  })
  expect(quoteOf(text, 3, 3)).toBeNull()
  expect(quoteOf(text, 10, 12)).toBeNull()
})

it('finds the second of two like passages', () => {
  const start = at('记者获悉', 3)
  const quote = quoteOf(text, start, start + 4)
  expect(quote && findQuote(text, quote)).toEqual({ start, end: start + 4 })
})

it('finds it again after edits before and around it', () => {
  const quote = quoteOf(text, at('工程完工'), at('工程完工') + 4)
  const edited = `新的一段。\n\n${text.replace('市民称便', '市民都说方便')}`
  expect(quote && edited.slice(findQuote(edited, quote)?.start, findQuote(edited, quote)?.end)).toBe('工程完工')
})

it('does not mind white space', () => {
  expect(findQuote('甲 乙\n丙', { exact: '甲乙 丙', prefix: '', suffix: '' })).toEqual({ start: 0, end: 5 })
})

it('says so when the words are gone', () => {
  expect(findQuote(text, { exact: '工程停工', prefix: '', suffix: '' })).toBeNull()
  expect(findQuote('', { exact: '', prefix: '', suffix: '' })).toBeNull()
})

it('any passage of an unchanged text is found where it was', () => {
  const character = fc.constantFrom(...'记者获悉。\n 甲')
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(), (characters, one, other) => {
      const whole = characters.join('')
      const [start = 0, end = 0] = [one % whole.length, other % (whole.length + 1)].sort((a, b) => a - b)
      const quote = quoteOf(whole, start, end)
      const found = quote && findQuote(whole, quote)
      if (quote) expect(found && whole.slice(found.start, found.end).replace(/\s/g, '')).toBe(quote.exact.replace(/\s/g, ''))
    }),
  )
})
