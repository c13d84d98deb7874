'use client'
import Link from 'next/link'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { classes } from '@/components/desk/ui/classes'
import { Field, TextInput } from '@/components/desk/ui/field'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import { type ArticleFilter, filterAddress, LIST_VIEWS, type ListView, viewOf } from '@/newsroom/desk/article-filter'
import { useOwnViews } from './own-views'

const VIEWS = Object.keys(LIST_VIEWS) as ListView[]

/** The views every desk needs, then one's own; a filter that is none of them can be kept as one. */
export function ViewBar({ filter }: { filter: ArticleFilter }) {
  const t = useTexts()
  const { own, keep, drop } = useOwnViews()
  const [isNaming, setNaming] = useState(false)
  const address = filterAddress(filter)
  const view = viewOf(filter)
  const mine = own.find((each) => each.address === address)
  return (
    <nav aria-label={t('articles.views.label')} className="mb-4 flex gap-5 overflow-x-auto border-b border-line">
      {VIEWS.map((each) => (
        <ViewLink key={each} address={filterAddress(LIST_VIEWS[each])} current={each === view}>
          {t(`articles.views.${each}`)}
        </ViewLink>
      ))}
      {own.map((each) => (
        <ViewLink key={each.name} address={each.address} current={each === mine}>
          {each.name}
        </ViewLink>
      ))}
      {mine && (
        <Tool onClick={() => drop(mine.name)} label={t('articles.views.drop-named', { name: mine.name })}>
          {t('articles.views.drop')}
        </Tool>
      )}
      {!mine && view === null && <Tool onClick={() => setNaming(true)}>{t('articles.views.keep')}</Tool>}
      {isNaming && <NameDialog onClose={() => setNaming(false)} onName={(name) => keep({ name, address })} />}
    </nav>
  )
}

const ITEM =
  '-mb-px flex min-h-10 shrink-0 items-center border-b-2 text-14 whitespace-nowrap -outline-offset-2 pointer-coarse:min-h-11'
const OTHER = 'border-transparent text-muted hover:text-ink'

function ViewLink({ address, current, children }: { address: string; current: boolean; children: string }) {
  return (
    <Link
      href={`/admin/articles${address}`}
      aria-current={current ? 'page' : undefined}
      className={classes(ITEM, current ? 'border-ink font-medium text-ink' : OTHER)}
    >
      {children}
    </Link>
  )
}

function Tool({ label, onClick, children }: { label?: string; onClick(): void; children: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className={classes(ITEM, OTHER, 'underline decoration-line underline-offset-4')}
    >
      {children}
    </button>
  )
}

function NameDialog({ onClose, onName }: { onClose(): void; onName(name: string): void }) {
  const t = useTexts()
  const [name, setName] = useState('')
  const submit = () => {
    onName(name.trim())
    onClose()
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('articles.views.keep-title')}
      description={t('articles.views.keep-text')}
      answer={t('common.save')}
      disabled={name.trim() === ''}
      onSubmit={submit}
    >
      <Field label={t('articles.views.name')}>
        {(ids) => <TextInput {...ids} value={name} maxLength={30} onChange={(event) => setName(event.target.value)} />}
      </Field>
    </FormDialog>
  )
}
