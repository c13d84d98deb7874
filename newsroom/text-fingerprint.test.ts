import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintKeys, fingerprintLikeness, isSameReport, keysInSpan, spanOf, textFingerprint } from './text-fingerprint'

/** Four hundred different characters of a wire copy: no run of five comes twice. */
const copy = Array.from({ length: 400 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 37) % 2_000))).join('')
const other = Array.from({ length: 400 }, (_, index) => String.fromCodePoint(0x7000 + ((index * 41) % 2_000))).join('')
const of = (text: string) => {
  const fingerprint = textFingerprint(text)
  if (!fingerprint) throw new Error('too short')
  return fingerprint
}

describe('textFingerprint', () => {
  it('is the same for one text however it is set', () => {
    const set = copy.replace(/(.{20})/g, '$1，\n　　')
    expect(of(set)).toEqual(of(copy))
    expect(of(`${copy}ＡＢＣ１２３`)).toEqual(of(`${copy}abc123`))
  })

  it('is the same in traditional characters', () =>
    expect(of(`${'漪江大桥今晨放行'}${copy}`)).toEqual(of(`漪江大橋今晨放行${copy}`)))

  it('leaves out what is too short to be told from others', () => {
    expect(textFingerprint('')).toBeNull()
    expect(textFingerprint(copy.slice(0, 83))).toBeNull()
    expect(textFingerprint(copy.slice(0, 84))).toHaveLength(72)
  })

  it('leaves out what says one thing over and over', () => expect(textFingerprint('镇上的人都来了。'.repeat(100))).toBeNull())

  it('fits integers of the database', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 90, maxLength: 300 }), (text) => {
        const fingerprint = textFingerprint(text)
        for (const value of fingerprint ?? []) expect(value).toBe(value | 0)
        for (const key of fingerprint ? fingerprintKeys(fingerprint) : []) expect(key).toBe(key | 0)
      }),
    )
  })
})

describe('fingerprintLikeness', () => {
  it.each([
    ['the same text', copy, 1, 1],
    ['a new first sentence', `本报讯记者昨日从会上获悉${copy.slice(12)}`, 0.85, 1],
    ['the last quarter cut', copy.slice(0, 300), 0.6, 0.9],
    ['only its first half', copy.slice(0, 200), 0.35, 0.65],
    ['another text', other, 0, 0.05],
  ])('of a text and %s', (_, changed, least, most) => {
    const likeness = fingerprintLikeness(of(copy), of(changed))
    expect(likeness).toBeGreaterThanOrEqual(least)
    expect(likeness).toBeLessThanOrEqual(most)
  })

  it('of short texts that borrow their bins stays apart', () => {
    expect(fingerprintLikeness(of(copy.slice(0, 90)), of(other.slice(0, 90)))).toBeLessThan(0.1)
  })
})

describe('fingerprintKeys', () => {
  it('meet for a changed copy and not for another text', () => {
    const keys = new Set(fingerprintKeys(of(copy)))
    expect(fingerprintKeys(of(copy.slice(0, 300))).some((key) => keys.has(key))).toBe(true)
    expect(fingerprintKeys(of(other)).some((key) => keys.has(key))).toBe(false)
  })

  it('meet within days only', () => {
    expect(['1970-01-03T23:59:59Z', '1970-01-04T00:00:00Z', '1969-12-31T00:00:00Z'].map((at) => spanOf(new Date(at)))).toEqual([
      0, 1, -1,
    ])
    expect(keysInSpan([1, -7, 2_147_483_647], 6_900)).toEqual([225_669_220, -225_669_220, 1_921_814_426])
  })
})

describe('isSameReport', () => {
  const report = (text: string, sourceId: number | null) => ({ fingerprint: of(text), sourceId })

  it.each([
    ['one copy at two outlets, shortened', report(copy, 1), report(copy.slice(0, 300), 2), true],
    ['a form an outlet fills in anew', report(copy, 1), report(copy.slice(0, 300), 1), false],
    ['one text twice at one outlet', report(copy, 1), report(copy, 1), true],
    ['two texts at two outlets', report(copy, 1), report(other, 2), false],
  ])('%s', (_, one, another, expected) => {
    expect(isSameReport(one, another)).toBe(expected)
  })
})
