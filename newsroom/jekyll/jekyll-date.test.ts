import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDate } from './jekyll-date'

const shanghai = (text: string, plain = true) => {
  const date = readDate(text, plain, 'Asia/Shanghai')
  return typeof date === 'string' ? date : `${date.at.toISOString()} ${date.zone}`
}

describe('a date with a zone is exact', () => {
  test.each([
    ['2022-02-08 10:34:53 +0800', '2022-02-08T02:34:53.000Z written'],
    ['2022-02-08 10:34:53 +08:00', '2022-02-08T02:34:53.000Z written'],
    ['2022-02-08 10:34:53+08', '2022-02-08T02:34:53.000Z written'],
    ['2022-02-08 10:34:53 +8', '2022-02-08T02:34:53.000Z written'],
    ['2022-02-08T10:34:53Z', '2022-02-08T10:34:53.000Z written'],
    ['2022-02-08 10:34 -0330', '2022-02-08T14:04:00.000Z written'],
    ['2022-02-08 10:34:53 UTC', '2022-02-08T10:34:53.000Z written'],
    ['2022-02-08 10:34:53 PST', '2022-02-08T18:34:53.000Z written'],
    ['Tue, 08 Feb 2022 10:34:53 +0800', '2022-02-08T02:34:53.000Z written'],
    ['2022-02-08 24:00:00 +0800', '2022-02-08T16:00:00.000Z written'],
    ['2016-12-31 23:59:60 +0000', '2016-12-31T23:59:59.000Z written'],
  ])('%s', (text, expected) => expect(shanghai(text)).toBe(expected))
})

describe('a plain time without a zone is UTC', () => {
  test.each([
    ['2021-12-08 10:39:01', '2021-12-08T10:39:01.000Z utc'],
    ['2021-12-08T10:39:01', '2021-12-08T10:39:01.000Z utc'],
    ['2021-12-08 10:39:01.25', '2021-12-08T10:39:01.000Z utc'],
    ['2021-1-8 1:39:01', '2021-01-08T01:39:01.000Z utc'],
  ])('%s', (text, expected) => expect(shanghai(text)).toBe(expected))

  test('so that 01:30 on 7 November is still the 6th in New York', () => {
    expect(readDate('2021-11-07 01:30:00', true, 'America/New_York')).toEqual({
      at: new Date('2021-11-07T01:30:00Z'),
      zone: 'utc',
    })
  })
})

describe('what YAML does not call a time is the clock of the site', () => {
  test.each([
    ['2022-02-08', '2022-02-07T16:00:00.000Z site'],
    ['2022-2-8', '2022-02-07T16:00:00.000Z site'],
    ['22-02-08', '2022-02-07T16:00:00.000Z site'],
    ['98-02-08', '1998-02-07T16:00:00.000Z site'],
    ['2022-02-08 10:34', '2022-02-08T02:34:00.000Z site'],
    ['2022/02/08 10:34:53', '2022-02-08T02:34:53.000Z site'],
    ['2022年2月8日 10:34', '2022-02-08T02:34:00.000Z site'],
    ['2022年2月8日10时34分', '2022-02-08T02:34:00.000Z site'],
    ['February 8, 2022', '2022-02-07T16:00:00.000Z site'],
    ['8 Feb 2022 10:34 PM', '2022-02-08T14:34:00.000Z site'],
    ['20220208', '2022-02-07T16:00:00.000Z site'],
    ['20220208103453', '2022-02-08T02:34:53.000Z site'],
    ['2022-02-08 10:34:53 Beijing', '2022-02-08T02:34:53.000Z site'],
  ])('%s', (text, expected) => expect(shanghai(text)).toBe(expected))

  test('quoted, it is a text to YAML', () => {
    expect(shanghai('2021-12-08 10:39:01', false)).toBe('2021-12-08T02:39:01.000Z site')
  })
})

describe('no date', () => {
  test.each(['', ' ', '+0800', ' +0800', '-03:30'])('%j is empty', (text) => expect(shanghai(text)).toBe('empty'))
  test.each(['soon', '2022', '1644287693', '8 Foo 2022', 'yesterday', '2022-02', '2022-02-081'])('%j is not understood', (text) =>
    expect(shanghai(text)).toBe('unreadable'),
  )
  test.each(['2022-02-30', '2023-02-29', '2022-13-01', '2022-00-10', '0000-01-01', '10000-01-01', '2022-02-08 25:00:00'])(
    '%j is no day of the calendar',
    (text) => expect(shanghai(text)).toBe('unreal'),
  )
  test('the first and the last day there are', () => {
    expect(shanghai('0001-01-01 12:00:00')).toBe('0001-01-01T12:00:00.000Z utc')
    expect(shanghai('0001-01-01')).toBe('unreal')
    expect(shanghai('9999-12-31')).toBe('9999-12-30T16:00:00.000Z site')
    expect(shanghai('2024-02-29')).toBe('2024-02-28T16:00:00.000Z site')
  })
})

test('any text is answered, and at once', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.boolean(), (text, plain) => shanghai(text, plain) !== ''))
  for (const part of ['1', ' ', '1:', 'a ', '年', '+', '1-1-1 '])
    expect(shanghai(part.repeat(100_000))).toBe(part === ' ' ? 'empty' : 'unreadable')
})
