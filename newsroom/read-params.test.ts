import { describe, expect, it } from 'vitest'
import { decodePart, decodePath, readCursor, readOne, readView } from './read-params'

describe('parts of an address', () => {
  it('are decoded once', () => {
    expect(decodePart('%E6%96%B0%E4%B9%A1')).toBe('新乡')
    expect(decodePart('%2541')).toBe('%41')
    expect(decodePath(['21shiji%20%20nancai', 'a(b)'])).toBe('/21shiji  nancai/a(b)')
  })

  it.each(['%', '%FF', '%00', 'a%0Ab', '%C2%85'])('%s cannot be read', (part) => {
    expect(decodePart(part)).toBeNull()
    expect(decodePath(['a', part])).toBeNull()
  })
})

describe('a query', () => {
  it('gives the first of several values, and null for none', () => {
    expect(readOne({ q: ['甲', '乙'] }, 'q')).toBe('甲')
    expect(readOne({ q: '' }, 'q')).toBeNull()
    expect(readOne({}, 'q')).toBeNull()
    expect(readOne({ q: '书\u0000店' }, 'q')).toBe('书店')
    expect(readOne({ q: '\u0000' }, 'q')).toBeNull()
  })

  it('knows two other views', () => {
    expect(readView({ view: 'elder' })).toBe('elder')
    expect(readView({ view: 'lite' })).toBe('lite')
    expect(readView({ view: 'ELDER' })).toBe('standard')
  })

  it('names one cursor at most', () => {
    expect(readCursor({ before: 'a', after: 'b' })).toEqual({ before: 'a' })
    expect(readCursor({ after: 'b' })).toEqual({ after: 'b' })
    expect(readCursor({})).toEqual({})
  })
})
