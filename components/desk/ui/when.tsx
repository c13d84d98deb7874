'use client'
import { useEffect, useState } from 'react'
import { useNewsroom, useTexts } from '@/components/desk/texts'
import { dateAndTime } from '@/newsroom/dates'
import { ageOf, shortTime } from '@/newsroom/desk/age'

interface WhenProps {
  at: Date | string
  /** `short`: 18:05, 昨天 18:05, 11-24 18:05 · `age`: 3 小时 */
  style?: 'full' | 'short' | 'age'
}

/** An instant in the newsroom's own zone, whoever looks from wherever; the full one is its title. */
export function When({ at, style = 'short' }: WhenProps) {
  const instant = new Date(at)
  const t = useTexts()
  const newsroom = useNewsroom()
  const now = useMinute()
  const full = dateAndTime(instant, newsroom)
  const text = () => {
    if (style === 'full') return full
    if (style === 'short') return shortTime(instant, now, newsroom.timeZone, t('common.yesterday'))
    const { unit, count } = ageOf(instant, now)
    return t(`common.age.${unit}`, { count })
  }
  return (
    <time dateTime={instant.toISOString()} title={full} className="tabular-nums" suppressHydrationWarning>
      {text()}
    </time>
  )
}

/** The time, a minute at most behind. */
function useMinute(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
