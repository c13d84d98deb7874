import { describe, expect, it } from 'vitest'
import { changesOf } from './audit'

describe('changesOf', () => {
  it('tells what differs, and leaves out what does not', () => {
    expect(changesOf({ workflow: 'ready', slug: 'a' }, { workflow: 'draft', slug: 'a' })).toEqual([
      { field: 'workflow', before: 'ready', after: 'draft' },
    ])
  })

  it('knows what was not there before, and what is there no more', () => {
    expect(changesOf(null, { stage: 'final' })).toEqual([{ field: 'stage', before: null, after: 'final' }])
    expect(changesOf({ until: null, desk: 3 }, null)).toEqual([{ field: 'desk', before: '3', after: null }])
  })

  it('walks into objects, and reads lists as lists', () => {
    expect(
      changesOf({ dates: { plannedFor: '2026-11-24' }, ids: [1] }, { dates: { plannedFor: '2026-11-25' }, ids: [1, 2] }),
    ).toEqual([
      { field: 'dates.plannedFor', before: '2026-11-24', after: '2026-11-25' },
      { field: 'ids', before: '1', after: '1, 2' },
    ])
  })

  it('takes a list that is all there is', () => {
    expect(changesOf(null, [3, 1, 2])).toEqual([{ field: '', before: null, after: '3, 1, 2' }])
  })
})
