import { describe, expect, it } from 'vitest'
import { NOTHING, toggle } from './selection'

const rows = ['a', 'b', 'c', 'd', 'e']

describe('toggle', () => {
  it('chooses a row and takes it out again', () => {
    const one = toggle(rows, NOTHING, 'c')
    expect(one).toEqual({ ids: ['c'], anchor: 'c' })
    expect(toggle(rows, one, 'c')).toEqual({ ids: [], anchor: 'c' })
  })

  it('keeps the order of the rows', () => {
    expect(toggle(rows, toggle(rows, NOTHING, 'd'), 'a').ids).toEqual(['a', 'd'])
  })

  it('chooses all between, up or down', () => {
    expect(toggle(rows, toggle(rows, NOTHING, 'b'), 'd', true).ids).toEqual(['b', 'c', 'd'])
    expect(toggle(rows, toggle(rows, NOTHING, 'd'), 'b', true).ids).toEqual(['b', 'c', 'd'])
    expect(toggle(rows, NOTHING, 'b', true).ids).toEqual(['b'])
  })

  it('takes all between out where the last one was chosen', () => {
    const all = { ids: rows, anchor: 'b' }
    expect(toggle(rows, all, 'd', true).ids).toEqual(['a', 'e'])
  })

  it('counts from no row that is gone', () => {
    expect(toggle(rows, { ids: [], anchor: 'z' }, 'b', true).ids).toEqual(['b'])
  })
})
