import { describe, expect, it } from 'vitest'
import { withLabels } from './labels'

const labels = { categoryIds: [3, 4], tagIds: [7, 8] }
const none = { addTagIds: [], removeTagIds: [], category: null }

describe('withLabels', () => {
  it('puts tags on and takes them off, each once', () => {
    expect(withLabels(labels, { ...none, addTagIds: [9, 8], removeTagIds: [7] }).tagIds).toEqual([8, 9])
  })

  it('files under a category of its own, what was stays beside it', () => {
    expect(withLabels(labels, { ...none, category: { id: 4, own: true } }).categoryIds).toEqual([4, 3])
    expect(withLabels(labels, { ...none, category: { id: 5, own: true } }).categoryIds).toEqual([5, 3, 4])
  })

  it('files beside', () => {
    expect(withLabels(labels, { ...none, category: { id: 5, own: false } }).categoryIds).toEqual([3, 4, 5])
    expect(withLabels(labels, { ...none, category: { id: 3, own: false } }).categoryIds).toEqual([3, 4])
  })

  it('changes nothing where nothing is asked', () => {
    expect(withLabels(labels, none)).toEqual(labels)
  })
})
