'use client'
import Link from 'next/link'
import { useTexts } from '@/components/desk/texts'
import type { MediaUseLine } from '@/newsroom/desk/media-library'

/** The articles that show a picture. */
export function MediaUses({ lines, others }: { lines: readonly MediaUseLine[]; others: number }) {
  const t = useTexts()
  return (
    <section aria-labelledby="media-uses">
      <h3 id="media-uses" className="text-14 font-medium">
        {t('media.uses.title')}
      </h3>
      {lines.length + others === 0 && <p className="mt-1 text-13 text-muted">{t('media.uses.none')}</p>}
      <ul className="mt-1 divide-y divide-line">
        {lines.map(({ articleId, headline, live }) => (
          <li key={articleId} className="flex items-baseline justify-between gap-4 py-1.5 text-14">
            <Link href={`/admin/articles/${articleId}`} className="min-w-0 wrap-anywhere hover:underline">
              {headline || t('media.uses.untitled')}
            </Link>
            <span className={`text-13 whitespace-nowrap ${live ? 'text-state-live' : 'text-state-draft'}`}>
              {t(live ? 'media.uses.live' : 'media.uses.draft')}
            </span>
          </li>
        ))}
      </ul>
      {others > 0 && <p className="mt-1 text-13 text-muted">{t('media.uses.others', { count: others })}</p>}
    </section>
  )
}
