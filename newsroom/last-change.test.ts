import { expect, test } from 'vitest'
import { lastChange } from './last-change'

test('an article last changed when it was updated, but never before it was published', () => {
  const [early, late] = [new Date('2026-11-23T02:00:00Z'), new Date('2026-11-24T02:00:00Z')]
  expect(lastChange({ publishedAt: early, updatedAt: late })).toBe(late)
  expect(lastChange({ publishedAt: late, updatedAt: early })).toBe(late)
})
