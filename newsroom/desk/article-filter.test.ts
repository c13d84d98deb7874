import { describe, expect, it } from 'vitest'
import { filterAddress, LIST_VIEWS, readFilter, viewOf } from './article-filter'

describe('readFilter', () => {
  it('reads what an address asks for', () => {
    const query = {
      state: 'review',
      category: '12',
      author: 'p7',
      from: '2026-11-01',
      mine: '1',
      q: '  防汛  预案 ',
      sort: 'waiting',
    }
    expect(readFilter(query)).toEqual({
      state: 'review',
      category: 12,
      author: 'p7',
      from: '2026-11-01',
      mine: '1',
      q: '防汛 预案',
      sort: 'waiting',
    })
  })

  it.each([
    { state: 'lost' },
    { category: '0' },
    { category: '2147483648' },
    { tag: 'x' },
    { author: 'p0' },
    { author: 'p9999999999' },
    { author: "s'" },
    { from: '2026-02-30' },
    { to: '2026-11' },
    { mine: 'yes' },
    { q: '   ' },
    { sort: 'touched' },
    { before: 'x' },
  ])('passes over %j', (query) => {
    expect(readFilter(query)).toEqual({})
  })

  it('searches for a word without what no database holds', () => {
    expect(readFilter({ q: 'a\u0000b' })).toEqual({ q: 'ab' })
  })

  it('takes the first of several', () => {
    expect(readFilter({ state: ['draft', 'live'] })).toEqual({ state: 'draft' })
  })
})

describe('filterAddress', () => {
  it('writes what it reads, always in one order', () => {
    expect(filterAddress({ q: '防汛', state: 'draft' })).toBe('?state=draft&q=%E9%98%B2%E6%B1%9B')
    expect(filterAddress({ state: 'draft' }, { before: 'k-1' })).toBe('?state=draft&before=k-1')
    expect(filterAddress({})).toBe('')
  })

  it.each(Object.entries(LIST_VIEWS))('leads back to the view %s', (view, filter) => {
    const query = Object.fromEntries(new URLSearchParams(filterAddress(filter)))
    expect(viewOf(readFilter(query))).toBe(view)
  })

  it('knows what is none of the views', () => {
    expect(viewOf({ state: 'draft', mine: '1' })).toBeNull()
  })
})
