import Link from 'next/link'
import { classes } from '@/components/desk/ui/classes'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import type { Difference } from './difference'
import { type DifferenceForm, DifferenceView } from './difference-view'
import type { Version } from './versions'

interface Props {
  t: DeskTexts
  articleId: string
  pair: { from: Version; to: Version }
  form: DifferenceForm
  difference: Difference
}

/** Two versions held against each other, in either way. */
export function Comparison({ t, articleId, pair, form, difference }: Props) {
  const nameOf = (version: Version) => (version === 'draft' ? t('revisions.current') : t('revisions.number', { number: version }))
  const address = `/admin/articles/${articleId}/revisions?from=${pair.from}&to=${pair.to}`
  return (
    <section aria-labelledby="comparison" className="min-w-0">
      <header className="flex flex-wrap items-end justify-between gap-x-6 border-b border-line">
        <h2 id="comparison" className="py-2 text-16 font-semibold">
          {nameOf(pair.from)} → {nameOf(pair.to)}
        </h2>
        <nav aria-label={t('revisions.form')} className="flex gap-5">
          {(['inline', 'side'] as const).map((each) => (
            <Link
              key={each}
              href={each === 'side' ? `${address}&as=side` : address}
              aria-current={each === form ? 'page' : undefined}
              className={classes(
                '-mb-px flex min-h-10 items-center border-b-2 text-14 -outline-offset-2 pointer-coarse:min-h-11',
                each === form ? 'border-ink font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {t(each === 'side' ? 'revisions.side-by-side' : 'revisions.inline')}
            </Link>
          ))}
        </nav>
      </header>
      {difference.same ? (
        <p className="py-6 text-14 text-muted">{t('revisions.same')}</p>
      ) : (
        <DifferenceView t={t} difference={difference} form={form} before={nameOf(pair.from)} after={nameOf(pair.to)} />
      )}
    </section>
  )
}
