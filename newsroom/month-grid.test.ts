import { describe, expect, it } from 'vitest'
import { monthGrid } from './month-grid'

describe('monthGrid', () => {
  it('begins its weeks on Monday', () => {
    const [first] = monthGrid('2022-02')
    expect(first).toEqual([null, '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04', '2022-02-05', '2022-02-06'])
  })

  it('needs four weeks for a February that begins on a Monday, six for a long month that ends on one', () => {
    expect(monthGrid('2021-02')).toHaveLength(4)
    expect(monthGrid('2026-11').at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null])
  })

  it('holds every day once, leap day too', () => {
    expect(monthGrid('2024-02').flat().filter(Boolean)).toHaveLength(29)
  })
})
