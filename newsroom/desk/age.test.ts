import { describe, expect, it } from 'vitest'
import { ageOf, shortTime } from './age'

const NOW = new Date('2026-11-24T10:30:00Z')

describe('ageOf', () => {
  it.each([
    ['2026-11-24T10:29:30Z', 'now', 0],
    ['2026-11-24T11:00:00Z', 'now', 0],
    ['2026-11-24T10:29:00Z', 'minutes', 1],
    ['2026-11-24T09:31:00Z', 'minutes', 59],
    ['2026-11-24T09:30:00Z', 'hours', 1],
    ['2026-11-22T10:31:00Z', 'hours', 47],
    ['2026-11-22T10:30:00Z', 'days', 2],
  ])('%s is %s %i', (at, unit, count) => {
    expect(ageOf(new Date(at), NOW)).toEqual({ unit, count })
  })
})

describe('shortTime', () => {
  it.each([
    ['2026-11-23T16:00:00Z', '00:00'],
    ['2026-11-23T15:59:00Z', '昨天 23:59'],
    ['2026-03-01T02:00:00Z', '03-01 10:00'],
    ['2025-12-31T15:59:00Z', '2025-12-31'],
  ])('%s is written %s in Shanghai', (at, text) => {
    expect(shortTime(new Date(at), NOW, 'Asia/Shanghai', '昨天')).toBe(text)
  })
})
