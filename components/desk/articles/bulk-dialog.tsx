'use client'
import { type FormEvent, useId, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { Cancel } from '@/components/desk/ui/form-dialog'
import type { DeskArticleRow } from '@/newsroom/desk/article-list'
import type { BulkKind } from '@/newsroom/desk/bulk-kinds'
import { BulkFields } from './bulk-fields'
import { BulkResults } from './bulk-results'
import { type BulkAction, useBulkRun } from './bulk-run'
import { deedOf, NO_VALUES } from './bulk-values'

interface Props {
  kind: BulkKind
  articles: readonly DeskArticleRow[]
  bulk: BulkAction
  /** whether anything was done */
  onClose(hasChanged: boolean): void
}

/** Says what will happen to how many, does it to one after the other, and tells of each how it went. */
export function BulkDialog({ kind, articles: given, bulk, onClose }: Props) {
  const t = useTexts()
  const form = useId()
  // The list behind may change while this is done.
  const [articles] = useState(given)
  const [values, setValues] = useState(NO_VALUES)
  const { state, results, start, stop } = useBulkRun(bulk)
  const count = articles.length
  const deed = deedOf(kind, values)
  const failed = articles.filter(({ id }) => results.get(id)?.ok !== true)
  const isDanger = kind === 'withdraw' || kind === 'discard'
  const hasChanged = [...results.values()].some(({ ok }) => ok)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (deed) void start(articles, deed)
  }
  const actions =
    state === 'idle' ? (
      <>
        <Button type="submit" form={form} kind={isDanger ? 'danger' : 'primary'} disabled={deed === null}>
          {t(`articles.bulk.run.${kind}`, { count })}
        </Button>
        <Cancel onCancel={() => onClose(false)} />
      </>
    ) : state === 'running' ? (
      <Button onClick={stop}>{t('articles.bulk.stop')}</Button>
    ) : (
      <>
        <Button kind="primary" onClick={() => onClose(hasChanged)}>
          {t('articles.bulk.close')}
        </Button>
        {failed.length > 0 && deed && (
          <Button onClick={() => void start(failed, deed)}>{t('articles.bulk.again', { count: failed.length })}</Button>
        )}
      </>
    )
  return (
    <Dialog
      open
      onClose={() => (state === 'running' ? stop() : onClose(hasChanged))}
      title={t(`articles.bulk.title.${kind}`, { count })}
      description={t(`articles.bulk.text.${kind}`)}
      actions={actions}
    >
      {state === 'idle' ? (
        <form id={form} onSubmit={submit} className="flex flex-col gap-4">
          <BulkFields kind={kind} values={values} onChange={setValues} />
        </form>
      ) : (
        <BulkResults articles={articles} results={results} running={state === 'running'} />
      )}
    </Dialog>
  )
}
