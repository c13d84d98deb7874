import { describe, expect, it } from 'vitest'
import { readAuditFilter, spanOf, writeAuditFilter } from './audit-filter'

const NONE = { who: null, action: null, subject: null, from: null, until: null }

describe('a filter of the record', () => {
  it('is read from an address and written back', () => {
    const filter = readAuditFilter({
      who: 'name:import',
      action: 'article.publish',
      from: '2026-11-01',
      until: '2026-11-24',
      page: '3',
    })
    expect(filter).toEqual({
      who: 'name:import',
      action: 'article.publish',
      subject: null,
      from: '2026-11-01',
      until: '2026-11-24',
    })
    expect(readAuditFilter(Object.fromEntries(new URLSearchParams(writeAuditFilter(filter))))).toEqual(filter)
  })

  it('leaves out what is no day', () => {
    expect(readAuditFilter({ from: '2026-13-01', until: '2026', who: ' ' })).toEqual(NONE)
  })

  it.each([
    ['1a2b3c4d5e', 'article:1a2b3c4d5e'],
    ['https://paper.example/2026/11/24/1a2b3c4d5e?view=elder', 'article:1a2b3c4d5e'],
    ['/admin/articles/1a2b3c4d5e/review', 'article:1a2b3c4d5e'],
    ['category:7', 'category:7'],
  ])('takes %s for %s', (text, subject) => {
    expect(readAuditFilter({ subject: text }).subject).toBe(subject)
  })

  it('spans whole days of the newsroom', () => {
    const span = spanOf({ ...NONE, from: '2026-11-24', until: '2026-11-24' }, 'Asia/Shanghai')
    expect(span).toEqual({ since: new Date('2026-11-23T16:00:00Z'), before: new Date('2026-11-24T16:00:00Z') })
  })
})
