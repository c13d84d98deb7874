import { calendarDay } from './calendar'
import type { Site } from './site'

type Place = Pick<Site, 'locale' | 'timeZone'>

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  let known = formats.get(key)
  if (!known) {
    known = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
    formats.set(key, known)
  }
  return known
}

const isChinese = (locale: string) => locale.startsWith('zh')
/** Noon of a calendar day in UTC, so that a day can be formatted without a zone. */
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`)

/** `2026-11-23` → `2026年11月23日`, `2026-11` → `2026年11月`, `2026` → `2026年` */
export function periodName(period: string, locale: string): string {
  const [year = '', month, day] = period.split('-')
  if (isChinese(locale)) return `${Number(year)}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  return format(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: 'long' as const }),
    ...(day && { day: 'numeric' as const }),
  }).format(noonOf(`${period}-01-01`.slice(0, 10)))
}

/** `2026-11-23` → `星期一`; narrow: `一` */
export function weekdayName(day: string, locale: string, width: 'long' | 'narrow' = 'long'): string {
  return format(locale, { timeZone: 'UTC', weekday: width }).format(noonOf(day))
}

/** A period named without its year: `2026-11-23` → `11月23日`, `2026-11` → `11月`; a year alone is a year. */
export function partName(period: string, locale: string): string {
  if (period.length === 4) return periodName(period, locale)
  if (isChinese(locale)) return periodName(period, locale).replace(/^\d+年/, '')
  const day = period.length === 10 ? { day: 'numeric' as const } : {}
  return format(locale, { timeZone: 'UTC', month: 'long', ...day }).format(noonOf(`${period}-01`.slice(0, 10)))
}

/** `2026-11-23` → `2026年11月23日 星期一` */
export function dayName(day: string, locale: string): string {
  return isChinese(locale)
    ? `${periodName(day, locale)} ${weekdayName(day, locale)}`
    : `${weekdayName(day, locale)}, ${periodName(day, locale)}`
}

/** `2026-11-23` → `农历十月十五`; null where nobody counts by the moon. */
export function lunarDay(day: string, locale: string): string | null {
  if (!isChinese(locale)) return null
  const parts = format('zh-CN-u-ca-chinese', { timeZone: 'UTC', dateStyle: 'long' }).formatToParts(noonOf(day))
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `农历${part('month')}${part('day')}`
}

/** `2026年11月23日` of an instant, in the site's zone */
export function dateOf(instant: Date, { locale, timeZone }: Place): string {
  return periodName(calendarDay(instant, timeZone), locale)
}

/** `08:05` */
export function clockTime(instant: Date, timeZone: string): string {
  return format('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant)
}

/** `2026年11月23日 08:05` */
export function dateAndTime(instant: Date, place: Place): string {
  return `${dateOf(instant, place)} ${clockTime(instant, place.timeZone)}`
}

/** The shortest that tells an instant from others, seen on a day: its clock on that day, `11-23` in that year, else `2025-11-23`. */
export function timeStamp(instant: Date, timeZone: string, today: string): string {
  const day = calendarDay(instant, timeZone)
  if (day === today) return clockTime(instant, timeZone)
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day
}

/** `2022-02-08T10:34:53+08:00`; in UTC where the zone's offset is not whole minutes (before standard time), or its year has no four digits. */
export function machineTime(instant: Date, timeZone: string): string {
  const name = format('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value
  const offset = /^GMT([+-])(\d\d):(\d\d)$/.exec(name ?? '')
  if (!offset) return `${instant.toISOString().slice(0, 19)}Z`
  const minutes = Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3]))
  const onTheWall = new Date(instant.getTime() + minutes * 60_000).toISOString()
  if (!/^(?!0000)\d{4}-/.test(onTheWall)) return `${instant.toISOString().slice(0, 19)}Z`
  return `${onTheWall.slice(0, 19)}${offset[1]}${offset[2]}:${offset[3]}`
}

/** `中国时间`: the zone's name whatever the season */
export function zoneName({ locale, timeZone }: Place): string {
  const parts = format(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(new Date(0))
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}
