import { describe, expect, it } from 'vitest'
import { pairOf, readVersion } from './versions'

describe('readVersion', () => {
  it('reads a number or the draft', () => {
    expect(['draft', '3', '0', 'x', '03', '9999999999', null].map(readVersion)).toEqual([
      'draft',
      3,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('pairOf', () => {
  const versions = ['draft', 3, 2, 1] as const

  it('is what was asked for, the older one first', () => {
    expect(pairOf(versions, { from: 1, to: 3 })).toEqual({ from: 1, to: 3 })
    expect(pairOf(versions, { from: 'draft', to: 2 })).toEqual({ from: 2, to: 'draft' })
  })

  it('is else the newest and the one before it', () => {
    const newest = { from: 3, to: 'draft' }
    expect(pairOf(versions, { from: null, to: null })).toEqual(newest)
    expect(pairOf(versions, { from: 9, to: 3 })).toEqual(newest)
    expect(pairOf(versions, { from: 2, to: 2 })).toEqual(newest)
  })

  it('is none where there are no two', () => {
    expect(pairOf([1], { from: null, to: null })).toBeNull()
    expect(pairOf([], { from: 1, to: 2 })).toBeNull()
  })
})
