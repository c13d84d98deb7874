import { expect, test } from 'vitest'
import { addTerms, termsOfWord } from './terms'

const termsOf = (text: string) => {
  const terms = new Set<string>()
  addTerms(terms, text)
  return [...terms]
}

test.each([
  ['航天城', ['航', '天', '航天', '城', '天城']],
  ['新乡，新乡', ['新', '乡', '新乡']],
  ['甲。乙', ['甲', '乙']],
  ['5g基站', ['5', 'g', '5g', '基', '站', '基站']],
  ['covid-19 2022年', ['covid', '19', '2022', '年']],
  ['iphone15pro', ['iphone', '15', 'iphone15', 'pro', '15pro']],
  ['𠮷野', ['𠮷', '野', '𠮷野']],
  ['！？——', []],
  ['x'.repeat(5000), ['x'.repeat(64)]],
])('%s has %j', (text, terms) => expect(termsOf(text).toSorted()).toEqual(terms.toSorted()))

test.each<[string, string[], boolean]>([
  ['航', ['航'], true],
  ['航天', ['航天'], true],
  ['航天城', ['航天', '天城'], false],
  ['gdp', ['gdp'], true],
  ['5g', ['5g'], true],
  ['5g基站', ['5g', '基站'], false],
  ['3.5%', ['3', '5'], false],
  ['a1b', ['a1', '1b'], false],
  ['——', [], false],
])('%s is looked for by %j', (word, terms, exact) => expect(termsOfWord(word)).toEqual({ terms, exact }))
