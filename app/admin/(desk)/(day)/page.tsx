import type { Metadata } from 'next'
import { deskLocale, requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { DayView } from '@/components/desk/day/day-view'
import { placesFor } from '@/components/desk/shell/places'
import { PageHead } from '@/components/desk/ui/page-head'
import { partName, weekdayName } from '@/newsroom/dates'
import { isFirstDay } from '@/newsroom/desk/desk-day'
import { findDeskDay } from '@/server/queries/desk-day'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('day.title') }
}

export default async function Page() {
  const staff = await requireStaff('/admin')
  const [t, locale, day] = await Promise.all([requestTexts(), deskLocale(), findDeskDay(staff)])
  const { today, waiting, returned, late } = day
  const fresh = isFirstDay(day)
  return (
    <>
      <PageHead
        title={t('day.date', { date: partName(today, locale), weekday: weekdayName(today, locale) })}
        lead={fresh ? undefined : t('day.lead', { waiting: waiting.length, returned: returned.length, late: late.length })}
      />
      <DayView t={t} day={day} places={placesFor(staff)} />
    </>
  )
}
