import { dayPath, inView } from '@/newsroom/addresses'
import { periodName, weekdayName } from '@/newsroom/dates'
import { monthGrid } from '@/newsroom/month-grid'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  /** `2022-02` */
  month: string
  /** articles by day; a day without any is missing */
  counts: ReadonlyMap<string, number>
  /** the day whose page this is */
  current?: string
}

// Any week that begins on a Monday names the columns.
const WEEK = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07']

export function MonthCalendar({ site, view, month, counts, current }: Props) {
  const t = texts(site.locale)
  return (
    <table className="calendar">
      <caption className="sr-only">{t('archive.calendar', { month: periodName(month, site.locale) })}</caption>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day} scope="col" abbr={weekdayName(day, site.locale)}>
              {weekdayName(day, site.locale, 'narrow')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthGrid(month).map((week) => (
          <tr key={week.find(Boolean)}>
            {WEEK.map((column, index) => {
              const day = week[index]
              return <td key={column}>{day && cell(day)}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )

  function cell(day: string) {
    const count = counts.get(day)
    const number = Number(day.slice(-2))
    if (!count) return <span>{number}</span>
    return (
      <a
        href={inView(dayPath(day), view)}
        aria-current={day === current ? 'page' : undefined}
        aria-label={t('archive.dayWithCount', { day: periodName(day, site.locale), count })}
      >
        {number} <small>{count}</small>
      </a>
    )
  }
}
