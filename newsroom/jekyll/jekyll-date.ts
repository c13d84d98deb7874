import { instantOf, utcInstant, type WallClock, wallClock } from './wall-clock'

/** A date as Jekyll reads it. `zone`: written beside it, or missing and taken for UTC, or missing and taken for the site's. */
export interface JekyllDate {
  at: Date
  zone: 'written' | 'utc' | 'site'
}

/** Why a text gives no date: nothing there, not understood, or no day of the calendar (30 February, the year 10000). */
export type NoDate = 'empty' | 'unreadable' | 'unreal'

const CLOCK = String.raw`(?<hour>\d{1,2})(?::|时)(?<minute>\d{2})分?(?::?(?<second>\d{2})秒?(?:[.,]\d*)?)?(?:\s*(?<half>[AaPp])\.?[Mm]\.?)?`
const ZONE = String.raw`(?<zone>[+-]\d{1,2}(?::?\d{2})?|[A-Za-z][A-Za-z/_]*)`
const REST = String.raw`(?:(?:[Tt]|\s+|,\s*)?${CLOCK})?(?:\s*${ZONE})?$`
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = String.raw`(?<name>[A-Za-z]{3})[a-z]*\.?`
const FORMS = [
  new RegExp(String.raw`^(?<year>\d{1,6})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)${REST}`),
  new RegExp(String.raw`^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日\s*${REST}`),
  new RegExp(String.raw`^(?:[A-Za-z]{3,9},?\s+)?(?<day>\d{1,2})\s+${MONTH},?\s+(?<year>\d{4})${REST}`),
  new RegExp(String.raw`^(?:[A-Za-z]{3,9},?\s+)?${MONTH}\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})${REST}`),
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?)?$/,
]
/** What YAML calls a time; written plainly and without a zone it is UTC (yaml.org/type/timestamp), all else is the site's. */
const YAML_TIME = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?$/
const EMPTY = /^(?:[+-]\d{1,2}(?::?\d{2})?)?$/
/** Hours from UTC, as Ruby's Time.parse has them. */
const ZONES: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
}

/** Reads a front-matter or file-name date; `plain` when YAML had it without quotes. */
export function readDate(text: string, plain: boolean, timeZone: string): JekyllDate | NoDate {
  const written = text.trim()
  if (EMPTY.test(written)) return 'empty'
  if (written.length > 100) return 'unreadable'
  const found = FORMS.map((form) => form.exec(written)?.groups).find((groups) => groups !== undefined)
  const wall = found && readWall(found)
  if (!wall) return 'unreadable'
  if (!isReal(wall)) return 'unreal'
  const minutes = offsetOf(found.zone)
  if (minutes !== null) return inRange({ at: new Date(utcInstant(wall).getTime() - minutes * 60_000), zone: 'written' }, timeZone)
  if (plain && YAML_TIME.test(written)) return inRange({ at: utcInstant(wall), zone: 'utc' }, timeZone)
  return inRange({ at: instantOf(wall, timeZone), zone: 'site' }, timeZone)
}

function readWall(groups: Record<string, string | undefined>): WallClock | null {
  const month = groups.name ? MONTHS.indexOf(groups.name.toLowerCase()) + 1 : Number(groups.month)
  if (groups.name && month === 0) return null
  const half = groups.half?.toLowerCase()
  const hour = Number(groups.hour ?? 0)
  return {
    year: fullYear(groups.year ?? ''),
    month,
    day: Number(groups.day),
    hour: half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour,
    minute: Number(groups.minute ?? 0),
    second: Math.min(Number(groups.second ?? 0), groups.second === '60' ? 59 : 99),
  }
}

/** `22` is 2022 and `98` is 1998. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year + (year >= 69 ? 1900 : 2000)
}

function isReal({ year, month, day, hour, minute, second }: WallClock): boolean {
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return false
  const at = utcInstant({ year, month, day, hour: 0, minute: 0, second: 0 })
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

/** Minutes from UTC; null when no zone is named, or one that Ruby passes over too. */
function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null
  const named = ZONES[zone.toLowerCase()]
  if (named !== undefined) return named * 60
  const digits = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  return digits && Number(`${digits[1]}1`) * (Number(digits[2]) * 60 + Number(digits[3] ?? 0))
}

/** The years 1 to 9999, on the site's wall and in Greenwich: what a calendar page and a database can show. */
function inRange(date: JekyllDate, timeZone: string): JekyllDate | NoDate {
  const year = date.at.getUTCFullYear()
  if (year > 1 && year < 9999) return date
  const onTheWall = wallClock(date.at, timeZone).year
  return year >= 1 && year <= 9999 && onTheWall >= 1 && onTheWall <= 9999 ? date : 'unreal'
}
