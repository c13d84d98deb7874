import { describe, expect, it } from 'vitest'
import { choicesOf, isNew } from './choices'

const flood = { key: '1', label: '防汛' }
const labels = (...given: Parameters<typeof choicesOf>) =>
  choicesOf(...given).map((each) => (isNew(each) ? `+${each.label}` : each.label))

describe('choicesOf', () => {
  it('offers what was found, then the making of what was typed', () => {
    expect(labels([flood], [], ' 防汛工作 ', true)).toEqual(['防汛', '+防汛工作'])
  })

  it('makes nothing that exists, is chosen already, or is blank', () => {
    expect(labels([flood], [], '防 汛', true)).toEqual(['防汛'])
    expect(labels([], [{ key: '2', label: 'NBA' }], 'ｎｂａ', true)).toEqual([])
    expect(labels([flood], [], '  ', true)).toEqual(['防汛'])
  })

  it('makes nothing where nothing may be made', () => {
    expect(labels([], [], '新词', false)).toEqual([])
  })
})
