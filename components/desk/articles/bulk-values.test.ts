import { describe, expect, it } from 'vitest'
import { deedOf, NO_VALUES } from './bulk-values'

const flood = { key: '7', label: '防汛' }

describe('deedOf', () => {
  it('is what the dialog was filled in with', () => {
    expect(deedOf('tags', { ...NO_VALUES, addTags: [flood] })).toEqual({
      kind: 'label',
      change: { addTagIds: [7], removeTagIds: [], category: null },
    })
    expect(deedOf('category', { ...NO_VALUES, category: flood, own: false })).toMatchObject({
      change: { category: { id: 7, own: false } },
    })
    expect(deedOf('withdraw', { ...NO_VALUES, reason: '失实', approver: '顾主编' })).toEqual({
      kind: 'withdraw',
      reason: '失实',
      approver: '顾主编',
    })
    expect(deedOf('publish', NO_VALUES)).toEqual({ kind: 'publish' })
  })

  it('is nothing while something is missing', () => {
    expect(deedOf('tags', NO_VALUES)).toBeNull()
    expect(deedOf('category', NO_VALUES)).toBeNull()
    expect(deedOf('withdraw', { ...NO_VALUES, reason: '失实', approver: ' ' })).toBeNull()
  })
})
