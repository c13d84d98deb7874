import { expect, test } from 'vitest'
import { instantOf, isTimeZone, wallClock } from './wall-clock'

const wall = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0) => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
})

test.each([
  [wall(2022, 2, 8, 10, 34, 53), 'Asia/Shanghai', '2022-02-08T02:34:53.000Z'],
  [wall(2022, 2, 8), 'America/New_York', '2022-02-08T05:00:00.000Z'],
  [wall(1969, 7, 20), 'Pacific/Kiritimati', '1969-07-20T10:40:00.000Z'],
  // before standard time Shanghai stood 8:05:43 ahead
  [wall(1, 1, 2), 'Asia/Shanghai', '0001-01-01T15:54:17.000Z'],
])('%j in %s is %s', (clock, timeZone, instant) => {
  expect(instantOf(clock, timeZone).toISOString()).toBe(instant)
  expect(wallClock(new Date(instant), timeZone)).toEqual(clock)
})

test('an hour that comes twice is the first of the two', () => {
  expect(instantOf(wall(2021, 11, 7, 1, 30), 'America/New_York').toISOString()).toBe('2021-11-07T05:30:00.000Z')
})

test('an hour that never came is the one after it', () => {
  expect(instantOf(wall(2021, 3, 14, 2, 30), 'America/New_York').toISOString()).toBe('2021-03-14T07:30:00.000Z')
  expect(instantOf(wall(2018, 11, 4), 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z')
})

test('a clock before our era counts the year 0', () => {
  expect(wallClock(new Date('0000-06-01T00:00:00Z'), 'UTC').year).toBe(0)
})

test('knows a time zone by its name', () => {
  expect([isTimeZone('Asia/Shanghai'), isTimeZone('Beijing')]).toEqual([true, false])
})
