import { describe, expect, it } from 'vitest'
import { breaksAtPhrases, headlineWords } from './headline-phrases'

describe('breaksAtPhrases', () => {
  it.each([
    '沿黄九县今起联合巡河 一张图看清每一处险工',
    '漪江三桥今晨放行，渡南到新院区少绕七公里',
    '龙窑开窑：2630件坯，成了2214件',
    '补时绝杀！渡船队捧杯',
    '送别制秤匠人——瞿尚平',
  ])('%s', (headline) => expect(breaksAtPhrases(headline)).toBe(true))

  it('is false where a phrase is longer than the narrowest line', () => {
    expect(breaksAtPhrases('补时绝杀！泽川渡船队2比1捧起联赛奖杯')).toBe(false)
    expect(breaksAtPhrases('市政府公布明年民生实事征集结果 群众投票')).toBe(false)
  })

  it('is false for a single phrase', () => {
    expect(breaksAtPhrases('县城商场的第二次开业')).toBe(false)
  })
})

describe('headlineWords', () => {
  it('breaks between words only, and keeps marks with what they belong to', () => {
    const headline = '迅速投身项目建设主战场奋力实现“开门红”“全年红”'
    const words = headlineWords(headline)
    expect(words).toContain('奋力')
    expect(words.join('')).toBe(headline)
    for (const word of words) expect(word).not.toMatch(/^[，。、：；！？”’）》】]/)
  })

  it.each(['', '泽川', '  ', 'GDP增长5.2%'])('%j comes back whole', (headline) =>
    expect(headlineWords(headline).join('')).toBe(headline),
  )
})
