import type { MostRead } from '@/newsroom/desk/desk-day'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'

/** What was read most, as a list that says its figures; the bars show them again to whoever sees. */
export function MostReadChart({ t, articles }: { t: DeskTexts; articles: readonly MostRead[] }) {
  const most = Math.max(1, ...articles.map(({ count }) => count))
  if (articles.length === 0) return <p className="py-2 text-14 text-muted">{t('day.most-read-none')}</p>
  return (
    <ol className="flex flex-col gap-3 py-2">
      {articles.map(({ id, headline, path, count }) => (
        <li key={id}>
          <p className="flex items-baseline justify-between gap-4 text-14">
            <a href={path} className="line-clamp-1 hover:underline hover:decoration-line hover:underline-offset-4">
              {headline}
            </a>
            <span className="shrink-0 text-13 text-muted tabular-nums">{t('day.reads', { count })}</span>
          </p>
          <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" className="mt-1 block h-1 w-full bg-line">
            <rect width={(100 * count) / most} height="1" className="fill-ink" />
          </svg>
        </li>
      ))}
    </ol>
  )
}
