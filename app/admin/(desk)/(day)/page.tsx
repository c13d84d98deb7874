import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { deskLocale, requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { AdviceLine } from '@/components/desk/day/advice-line'
import { DayView } from '@/components/desk/day/day-view'
import { placesFor } from '@/components/desk/shell/places'
import { PageHead } from '@/components/desk/ui/page-head'
import { partName, weekdayName } from '@/newsroom/dates'
import { ADVICE, adviceFor, putOffCookie } from '@/newsroom/desk/advice'
import { isFirstDay } from '@/newsroom/desk/desk-day'
import { findDeskDay } from '@/server/queries/desk-day'
import { findAdvised } from '@/server/queries/find-advised'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('day.title') }
}

export default async function Page() {
  const staff = await requireStaff('/admin')
  const [t, locale, day, advised, kept] = await Promise.all([
    requestTexts(),
    deskLocale(),
    findDeskDay(staff),
    findAdvised(staff),
    cookies(),
  ])
  const putOff = ADVICE.filter((each) => kept.get(putOffCookie(each))?.value === staff.id)
  const advice = adviceFor(advised, putOff)
  const { today, waiting, returned, late } = day
  const fresh = isFirstDay(day)
  return (
    <>
      <PageHead
        title={t('day.date', { date: partName(today, locale), weekday: weekdayName(today, locale) })}
        lead={fresh ? undefined : t('day.lead', { waiting: waiting.length, returned: returned.length, late: late.length })}
      />
      {advice && <AdviceLine key={advice} advice={advice} id={staff.id} name={staff.name} role={staff.role} />}
      <DayView t={t} day={day} places={placesFor(staff)} />
    </>
  )
}
