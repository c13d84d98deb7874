import { describe, expect, it } from 'vitest'
import { headlineTerms } from './headline-terms'

describe('headlineTerms', () => {
  it('takes han characters in pairs, and the last one alone', () => {
    expect(headlineTerms('航天城')).toEqual(['航天', '天城', '城'])
    expect(headlineTerms('水')).toEqual(['水'])
  })

  it('keeps words of other scripts whole, in lower case', () => {
    expect(headlineTerms('OPEC 增产 3.5%，A股 Naïve')).toEqual(['opec', '增产', '产', '3', '5', 'a', '股', 'naïve'])
  })

  it('makes full-width forms and letters of one meaning the same', () => {
    expect(headlineTerms('ＧＤＰ①')).toEqual(['gdp1'])
  })

  it('stops at punctuation and names a term once', () => {
    expect(headlineTerms('“开门红”“开门红”')).toEqual(['开门', '门红', '红'])
  })

  it('sees characters beyond the first plane as one', () => {
    expect(headlineTerms('𠮷野家')).toEqual(['𠮷野', '野家', '家'])
  })

  it('cuts words nobody looks for, and finds nothing in nothing', () => {
    expect(headlineTerms('x'.repeat(5000))).toEqual(['x'.repeat(64)])
    expect(headlineTerms('——！ ')).toEqual([])
  })
})
