'use client'
import Link from 'next/link'
import { useTexts } from '@/components/desk/texts'
import { classes } from '@/components/desk/ui/classes'

export interface Shown {
  show: 'read' | 'live' | 'signed'
  /** what the text can be held against */
  others: readonly ('live' | 'signed')[]
}

/** Read the text, or what changed in it; nothing to choose where there is nothing to hold it against. */
export function ShowLinks({ articleId, shown: { show, others } }: { articleId: string; shown: Shown }) {
  const t = useTexts()
  if (others.length === 0) return null
  const address = `/admin/articles/${articleId}/review`
  return (
    <nav aria-label={t('review.show.label')} className="mb-4 flex gap-5 overflow-x-auto border-b border-line">
      {(['read', ...others] as const).map((each) => (
        <Link
          key={each}
          href={each === 'read' ? address : `${address}?show=${each}`}
          aria-current={each === show ? 'page' : undefined}
          className={classes(
            '-mb-px flex min-h-10 items-center border-b-2 text-14 whitespace-nowrap -outline-offset-2 pointer-coarse:min-h-11',
            each === show ? 'border-ink font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {t(`review.show.${each}`)}
        </Link>
      ))}
    </nav>
  )
}
