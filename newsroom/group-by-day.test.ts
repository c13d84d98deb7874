import { describe, expect, it } from 'vitest'
import { groupByDay } from './group-by-day'

describe('groupByDay', () => {
  it('splits at midnight of the zone and keeps the order', () => {
    const at = (text: string) => ({ publishedAt: new Date(text) })
    const [late, early, before] = [at('2022-02-08T16:30:00Z'), at('2022-02-08T15:59:00Z'), at('2022-02-07T20:00:00Z')]
    expect(groupByDay([late, early, before], 'Asia/Shanghai')).toEqual([
      { day: '2022-02-09', items: [late] },
      { day: '2022-02-08', items: [early, before] },
    ])
    expect(groupByDay([], 'UTC')).toEqual([])
  })
})
