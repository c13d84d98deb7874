'use client'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { When } from '@/components/desk/ui/when'
import { deliveredId, machineName } from '@/newsroom/desk/machine-name'
import type { RevisionLine } from '@/newsroom/desk/revision-line'
import { isRevisionReason } from '@/newsroom/desk/revision-reason'
import { type RestoreAction, RestoreButton } from './restore-button'
import type { Version } from './versions'

interface Props {
  articleId: string
  lines: readonly RevisionLine[]
  /** the draft, where no version holds it */
  draft: { savedAt: Date; savedByName: string } | null
  pair: { from: Version; to: Version } | null
  form: 'inline' | 'side'
  /** of the draft as it is now; null: whoever looks may not restore */
  restorable: { version: number; restore: RestoreAction } | null
}

/** The versions, newest first. A plain form: two are chosen and compared, without a script as well. */
export function RevisionList({ articleId, lines, draft, pair, form, restorable }: Props) {
  const t = useTexts()
  const nameOf = (version: Version) => (version === 'draft' ? t('revisions.current') : t('revisions.number', { number: version }))
  const choice = (version: Version) => (
    <span className="flex shrink-0">
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="flex h-6 w-9 items-center justify-center pointer-coarse:h-11 pointer-coarse:w-11">
          <input
            type="radio"
            name={end}
            value={version}
            // Another comparison is another form.
            key={`${pair?.[end]}`}
            defaultChecked={pair?.[end] === version}
            aria-label={t(`revisions.${end}-one`, { name: nameOf(version) })}
            className="size-4 accent-ink"
          />
        </label>
      ))}
    </span>
  )
  return (
    <form action={`/admin/articles/${articleId}/revisions`} aria-label={t('revisions.pick')}>
      {form === 'side' && <input type="hidden" name="as" value="side" />}
      {pair && (
        <div className="flex items-center gap-3 pb-3">
          <span className="flex w-18 justify-around text-13 text-muted pointer-coarse:w-22" aria-hidden="true">
            <span>{t('revisions.before')}</span>
            <span>{t('revisions.after')}</span>
          </span>
          <Button type="submit">{t('revisions.compare')}</Button>
        </div>
      )}
      <ol aria-label={t('revisions.list')}>
        {draft && (
          <li className="flex gap-3 border-t border-line py-3 text-14">
            {pair && choice('draft')}
            <div className="min-w-0 flex-1">
              <p className="flex items-baseline gap-3">
                <span className="flex-1 font-medium">{t('revisions.current')}</span>
                <span className="text-13 text-muted">
                  <When at={draft.savedAt} />
                </span>
              </p>
              {draft.savedByName && <p className="text-13 text-muted">{draft.savedByName}</p>}
            </div>
          </li>
        )}
        {lines.map((line) => (
          <li key={line.number} className="flex gap-3 border-t border-line py-3 text-14">
            {pair && choice(line.number)}
            <div className="min-w-0 flex-1">
              <p className="flex items-baseline gap-3">
                <span className="flex-1 font-medium">
                  {nameOf(line.number)}
                  {line.isLive && <span className="ml-3 text-13 text-state-live">{t('revisions.live')}</span>}
                  {line.isDraft && <span className="ml-3 text-13 text-muted">{t('revisions.draft')}</span>}
                </span>
                <span className="text-13 text-muted">
                  <When at={line.createdAt} />
                </span>
              </p>
              <RevisionWords line={line} />
              {restorable && !line.isDraft && (
                <RestoreButton
                  articleId={articleId}
                  number={line.number}
                  baseVersion={restorable.version}
                  restore={restorable.restore}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
    </form>
  )
}

/** Who, why, and what is other than before. */
function RevisionWords({ line: { author, reason, isImported, changed, growth } }: { line: RevisionLine }) {
  const t = useTexts()
  const delivered = deliveredId(reason)
  const why = isImported
    ? delivered === null
      ? t('revisions.imported-from', { path: reason })
      : t('revisions.delivered-as', { id: delivered })
    : isRevisionReason(reason)
      ? t(`revisions.reason.${reason}`)
      : reason
  const what =
    changed === null
      ? t('revisions.first')
      : changed.length === 0
        ? t('revisions.nothing')
        : t('revisions.changed', { fields: changed.map((field) => t(`fields.${field}`)).join('、') })
  return (
    <>
      <p className="text-13 wrap-anywhere">
        {machineName(t, author)} <span className="text-muted">{why}</span>
      </p>
      <p className="text-13 text-muted">
        {what}
        {changed !== null &&
          growth !== 0 &&
          ` · ${t('revisions.growth', { count: Math.abs(growth), sign: growth > 0 ? '+' : '−' })}`}
      </p>
    </>
  )
}
