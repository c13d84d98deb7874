import { expect, test } from 'vitest'
import { calendarDay, isPeriod, nextPeriod, periodsWithin, previousPeriod, startOfDay, startOfPeriod } from './calendar'

test('the day of an instant is the day where the reader is', () => {
  const evening = new Date('2022-02-07T18:34:53Z')
  expect(calendarDay(evening, 'Asia/Shanghai')).toBe('2022-02-08')
  expect(calendarDay(evening, 'America/New_York')).toBe('2022-02-07')
  expect(calendarDay(new Date('0987-05-01T12:00:00Z'), 'UTC')).toBe('0987-05-01')
})

test('a day begins at its first instant, also where midnight does not exist', () => {
  expect(startOfDay('2022-02-08', 'Asia/Shanghai').toISOString()).toBe('2022-02-07T16:00:00.000Z')
  expect(startOfDay('2022-03-13', 'America/New_York').toISOString()).toBe('2022-03-13T05:00:00.000Z')
  // Chile skipped 00:00–01:00 on this day.
  expect(startOfDay('2022-09-11', 'America/Santiago').toISOString()).toBe('2022-09-11T04:00:00.000Z')
  expect(startOfDay('2022-02-08', 'Asia/Kathmandu').toISOString()).toBe('2022-02-07T18:15:00.000Z')
})

test('a day begins to the second, also before standard time', () => {
  expect(startOfDay('1899-01-01', 'Asia/Shanghai').toISOString()).toBe('1898-12-31T15:54:17.000Z')
  expect(startOfDay('1970-01-02', 'Africa/Monrovia').toISOString()).toBe('1970-01-02T00:44:30.000Z')
  expect(startOfDay('1840-01-01', 'Asia/Manila').toISOString()).toBe('1840-01-01T15:56:08.000Z')
  // A day that never was (Samoa crossed the date line) begins with the next one.
  expect(startOfDay('2011-12-30', 'Pacific/Apia')).toEqual(startOfDay('2011-12-31', 'Pacific/Apia'))
})

test('the first and the last year that can be shown begin at an instant a database can hold', () => {
  expect(startOfPeriod('0001', 'America/New_York').toISOString()).toBe('0001-01-01T00:00:00.000Z')
  expect(startOfPeriod('0001', 'Asia/Shanghai').toISOString()).toBe('0001-01-01T00:00:00.000Z')
  expect(startOfDay('9999-12-31', 'Asia/Shanghai').toISOString()).toBe('9999-12-30T16:00:00.000Z')
})

test('months and years begin with their first day', () => {
  expect(startOfPeriod('2022-02', 'UTC').toISOString()).toBe('2022-02-01T00:00:00.000Z')
  expect(startOfPeriod('2022', 'UTC').toISOString()).toBe('2022-01-01T00:00:00.000Z')
})

test.each([
  ['2022-12-31', '2023-01-01'],
  ['2024-02-28', '2024-02-29'],
  ['2022-12', '2023-01'],
  ['2022', '2023'],
  ['0099', '0100'],
])('after %s comes %s', (period, next) => {
  expect(nextPeriod(period)).toBe(next)
  expect(previousPeriod(next)).toBe(period)
})

test.each(['2022', '2022-02', '2022-02-08', '2024-02-29', '0001'])('%s is a period', (text) => expect(isPeriod(text)).toBe(true))
test.each(['0000', '2022-13', '2022-02-30', '2023-02-29', '22', '2022-2', 'abcd', ''])('%s is none', (text) =>
  expect(isPeriod(text)).toBe(false),
)

test('a year has its months, a month its days', () => {
  expect(periodsWithin('2022')).toHaveLength(12)
  expect(periodsWithin('2024-02').at(-1)).toBe('2024-02-29')
})
