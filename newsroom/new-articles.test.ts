import { expect, test } from 'vitest'
import { countNew, firstSeen } from './new-articles'

const item = (id: string, minute: number) => ({
  id,
  publishedAt: `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`,
  headline: id,
  path: `/2026/11/24/${id}`,
})
const [a, b, c, d] = [item('a', 1), item('b', 2), item('c', 3), item('d', 4)]

test('everything of the first answer is seen, what comes later is new', () => {
  const seen = firstSeen([b, a])
  expect(countNew([b, a], seen)).toBe(0)
  expect(countNew([d, c, b, a], seen)).toBe(2)
})

test('a front page that says its newest counts what came while it was being read', () => {
  const seen = firstSeen([d, c, b, a], 'b')
  expect(countNew([d, c, b, a], seen)).toBe(2)
})

test('when the newest of the page was withdrawn, or is long past, counting begins now', () => {
  const seen = firstSeen([c, b, a], 'gone')
  expect(countNew([c, b, a], seen)).toBe(0)
  expect(countNew([d, c, b, a], seen)).toBe(1)
})

test('an article of the same second as the newest is new', () => {
  const twin = { ...item('e', 2), publishedAt: b.publishedAt }
  expect(countNew([twin, b, a], firstSeen([b, a]))).toBe(1)
})

test('an older article that moves up after a withdrawal is not', () => {
  expect(countNew([b, item('old', 0)], firstSeen([c, b]))).toBe(0)
})

test('the first article of an empty paper is new', () => {
  expect(countNew([a], firstSeen([]))).toBe(1)
})
