import { expect, test } from 'vitest'
import { weighedDays } from './popular'

const ZONE = 'Asia/Shanghai'

test('at six in the morning three quarters of yesterday are within the last day', () => {
  expect(weighedDays('day', new Date('2026-11-23T06:00:00+08:00'), ZONE)).toEqual([
    { day: '2026-11-23', weight: 1 },
    { day: '2026-11-22', weight: 0.75 },
  ])
})

test('a week that ends now', () => {
  const days = weighedDays('week', new Date('2026-03-02T23:59:59+08:00'), ZONE)
  expect(days.map(({ day }) => day)).toEqual([
    '2026-03-02',
    '2026-03-01',
    '2026-02-28',
    '2026-02-27',
    '2026-02-26',
    '2026-02-25',
    '2026-02-24',
    '2026-02-23',
  ])
  expect(days.at(-1)?.weight).toBe(0)
})

test('a day of 25 hours is one day all the same', () => {
  const days = weighedDays('day', new Date('2026-11-01T12:00:00-05:00'), 'America/New_York')
  expect(days.map(({ day }) => day)).toEqual(['2026-11-01', '2026-10-31'])
  expect(days[1]?.weight).toBeCloseTo(0.48, 2)
})
