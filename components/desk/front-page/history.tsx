'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { When } from '@/components/desk/ui/when'
import type { FrontPageLayout } from '@/newsroom/desk/front-page-layout'

export interface Edition {
  id: number
  publishedAt: Date
  by: string | null
  layout: FrontPageLayout
}

/** Earlier front pages: one taken up again is a draft like any other until it is published. */
export function History({ history, onTake }: { history: readonly Edition[]; onTake(layout: FrontPageLayout): void }) {
  const t = useTexts()
  if (history.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="border-b border-line pb-2 text-16 font-semibold">
        {t('frontPage.history.title')}
      </h2>
      <ul>
        {history.map(({ id, publishedAt, by, layout }, place) => (
          <li key={id} className="flex items-center gap-3 border-b border-line py-1.5 text-14">
            <span className="flex-1">
              <When at={publishedAt} style="full" /> <span className="text-muted">{by}</span>
            </span>
            {place === 0 ? (
              <span className="py-1.5 text-13 text-muted">{t('frontPage.history.standing')}</span>
            ) : (
              <Button kind="quiet" onClick={() => onTake(layout)}>
                {t('frontPage.history.take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
