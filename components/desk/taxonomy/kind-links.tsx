import Link from 'next/link'
import { classes } from '@/components/desk/ui/classes'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'

/** Outlets or people: two registers of one page. */
export function KindLinks({ t, path, kind }: { t: DeskTexts; path: string; kind: 'source' | 'person' }) {
  return (
    <nav aria-label={t('taxonomy.sources.title')} className="mb-5 flex gap-5 border-b border-line">
      {(['source', 'person'] as const).map((each) => (
        <Link
          key={each}
          href={`${path}?kind=${each}`}
          aria-current={each === kind ? 'page' : undefined}
          className={classes(
            '-mb-px border-b-2 py-2 text-14',
            each === kind ? 'border-ink font-medium' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {t(`taxonomy.kind.${each}`)}
        </Link>
      ))}
    </nav>
  )
}
