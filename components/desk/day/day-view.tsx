import Link from 'next/link'
import type { Place } from '@/components/desk/shell/places'
import { type DeskDay, isFirstDay } from '@/newsroom/desk/desk-day'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import { ArticleLines } from './article-lines'
import { DaySection } from './day-section'
import { FirstDay } from './first-day'
import { ImportLine } from './import-line'
import { MostReadChart } from './most-read-chart'

/** So many wait in sight; the rest are on the page of reviews. */
const SHOWN = 10

/** What presses at the left, what the day brings at the right; lists that have nothing are not there. */
export function DayView({ t, day, places }: { t: DeskTexts; day: DeskDay; places: readonly Place[] }) {
  const { late, waiting, returned, urgent, drafts, scheduled, planned, published, mostRead, lastImport } = day
  const reviews = places.some(({ key }) => key === 'review')
  return (
    <div className="grid gap-x-12 gap-y-8 desktop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex flex-col gap-8">
        {isFirstDay(day) ? (
          <FirstDay t={t} places={places} />
        ) : (
          <>
            {late.length > 0 && (
              <DaySection title={t('day.late')} count={late.length}>
                <ArticleLines t={t} articles={late} time="short" late />
              </DaySection>
            )}
            {reviews && (
              <DaySection title={t('day.waiting')} count={waiting.length}>
                {waiting.length > 0 ? (
                  <ArticleLines t={t} articles={waiting.slice(0, SHOWN)} time="age" forReview state />
                ) : (
                  <p className="py-2 text-14 text-muted">{t('day.waiting-none')}</p>
                )}
                {waiting.length > SHOWN && (
                  <Link
                    href="/admin/review"
                    className="inline-flex min-h-9 items-center text-14 underline decoration-line underline-offset-4 hover:decoration-ink"
                  >
                    {t('day.waiting-all')}
                  </Link>
                )}
              </DaySection>
            )}
            {returned.length > 0 && (
              <DaySection title={t('day.returned')} count={returned.length}>
                <ArticleLines t={t} articles={returned} time="short" />
              </DaySection>
            )}
            {urgent.length > 0 && (
              <DaySection title={t('day.urgent')} count={urgent.length}>
                <ArticleLines t={t} articles={urgent} time="age" state forReview />
              </DaySection>
            )}
            {drafts.length > 0 && (
              <DaySection title={t('day.drafts')}>
                <ArticleLines t={t} articles={drafts} time="short" />
              </DaySection>
            )}
          </>
        )}
      </div>
      <div className="flex flex-col gap-8">
        {scheduled.length > 0 && (
          <DaySection title={t('day.scheduled')} count={scheduled.length}>
            <ArticleLines t={t} articles={scheduled} time="short" />
          </DaySection>
        )}
        {planned.length > 0 && (
          <DaySection title={t('day.planned')} count={planned.length}>
            <ArticleLines t={t} articles={planned} time="short" state />
          </DaySection>
        )}
        {published.length > 0 && (
          <DaySection title={t('day.published')}>
            <ArticleLines t={t} articles={published} time="short" />
          </DaySection>
        )}
        <DaySection title={t('day.most-read')}>
          <MostReadChart t={t} articles={mostRead} />
        </DaySection>
        {lastImport && (
          <DaySection title={t('day.last-import')}>
            <ImportLine t={t} run={lastImport} />
          </DaySection>
        )}
      </div>
    </div>
  )
}
