import { describe, expect, it } from 'vitest'
import {
  clockTime,
  dateAndTime,
  dateOf,
  dayName,
  lunarDay,
  machineTime,
  partName,
  periodName,
  timeStamp,
  weekdayName,
  zoneName,
} from './dates'

const shanghai = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' }
const newYork = { locale: 'en', timeZone: 'America/New_York' }
/** 2022-02-08 10:34:53 +0800 */
const instant = new Date('2022-02-08T02:34:53Z')

describe('a day and its parts', () => {
  it('names days, months and years in Chinese and English', () => {
    expect(['2026-11-23', '2026-11', '2026'].map((period) => periodName(period, 'zh-CN'))).toEqual([
      '2026年11月23日',
      '2026年11月',
      '2026年',
    ])
    expect(['2026-11-23', '2026-11', '2026'].map((period) => periodName(period, 'en'))).toEqual([
      '23 November 2026',
      'November 2026',
      '2026',
    ])
    expect([partName('2026-11-23', 'zh-CN'), partName('2026-11-23', 'en')]).toEqual(['11月23日', '23 November'])
    expect([partName('2026-02', 'zh-CN'), partName('2026-02', 'en'), partName('2026', 'zh-CN')]).toEqual([
      '2月',
      'February',
      '2026年',
    ])
  })

  it('names the weekday', () => {
    expect(dayName('2026-11-23', 'zh-CN')).toBe('2026年11月23日 星期一')
    expect(dayName('2026-11-23', 'en')).toBe('Monday, 23 November 2026')
    expect(weekdayName('2026-11-23', 'zh-CN', 'narrow')).toBe('一')
  })

  it('counts by the moon for Chinese readers, leap months too', () => {
    expect(lunarDay('2026-11-23', 'zh-CN')).toBe('农历十月十五')
    expect(lunarDay('2025-08-01', 'zh-CN')).toBe('农历闰六月初八')
    expect(lunarDay('2026-02-17', 'zh-CN')).toBe('农历正月初一')
    expect(lunarDay('2026-11-23', 'en')).toBeNull()
  })
})

describe('an instant in the site’s zone', () => {
  it('is shown with date and clock', () => {
    expect(dateAndTime(instant, shanghai)).toBe('2022年2月8日 10:34')
    expect(dateAndTime(instant, newYork)).toBe('7 February 2022 21:34')
    expect(dateOf(instant, newYork)).toBe('7 February 2022')
  })

  it('is stamped as short as the day allows', () => {
    const seenOn = (today: string) => timeStamp(instant, 'Asia/Shanghai', today)
    expect(['2022-02-08', '2022-02-09', '2023-01-01'].map(seenOn)).toEqual(['10:34', '02-08', '2022-02-08'])
  })

  it('has a clock of 24 hours that begins at 00', () => {
    expect(clockTime(new Date('2022-02-07T16:05:00Z'), 'Asia/Shanghai')).toBe('00:05')
  })

  it('is written for machines with its offset', () => {
    expect(machineTime(instant, 'Asia/Shanghai')).toBe('2022-02-08T10:34:53+08:00')
    expect(machineTime(instant, 'America/New_York')).toBe('2022-02-07T21:34:53-05:00')
    expect(machineTime(instant, 'Asia/Kolkata')).toBe('2022-02-08T08:04:53+05:30')
    expect(machineTime(instant, 'UTC')).toBe('2022-02-08T02:34:53+00:00')
  })

  it('is written in UTC where the offset has seconds', () => {
    expect(machineTime(new Date('1899-01-01T00:00:00Z'), 'Asia/Shanghai')).toBe('1899-01-01T00:00:00Z')
  })

  it('names the zone whatever the season', () => {
    expect(zoneName(shanghai)).toContain('中国')
    expect(zoneName(newYork)).toBe('Eastern Time')
  })
})
