import Link from 'next/link'
import { When } from '@/components/desk/ui/when'
import { type AuditChange, type AuditLine, changesOf } from '@/newsroom/desk/audit'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import { actionName, actorName, fieldName, subjectName, subjectPath, valueName } from './audit-words'

interface ListProps {
  t: DeskTexts
  place: { locale: string; timeZone: string }
  lines: readonly AuditLine[]
  /** the page with another subject and everything else as it is */
  hrefOfSubject(subject: string): string
}

const SHOWN = 4
const SUMMARY =
  "flex min-h-6 w-fit items-center text-muted before:w-4 before:content-['▸'] hover:text-ink [[open]>&]:before:content-['▾']"

/** The record, a line a deed: when and who, what to what, what changed. */
export function AuditList({ t, place, lines, hrefOfSubject }: ListProps) {
  return (
    <ol className="border-t border-line">
      {lines.map((line) => (
        <li
          key={line.id}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 text-14 tablet:grid-cols-[9rem_minmax(0,1fr)] desktop:grid-cols-[9rem_minmax(0,2fr)_minmax(0,3fr)]"
        >
          <p className="flex gap-3 text-13 text-muted tablet:flex-col tablet:gap-0">
            <When at={line.at} />
            <span className="text-14 text-ink">{actorName(t, line)}</span>
          </p>
          <div>
            <p className="font-medium">{actionName(t, line.action)}</p>
            <Subject t={t} line={line} href={hrefOfSubject(line.subject)} />
            <Origin t={t} line={line} />
          </div>
          <Changes t={t} place={place} changes={changesOf(line.before, line.after)} />
        </li>
      ))}
    </ol>
  )
}

function Subject({ t, line, href }: { t: DeskTexts; line: AuditLine; href: string }) {
  const path = subjectPath(line.subject)
  const name = subjectName(t, line)
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <Link
        href={href}
        title={t('audit.only', { label: name })}
        className="inline-flex min-h-6 min-w-0 items-center underline decoration-line underline-offset-4 hover:decoration-ink"
      >
        {name}
      </Link>
      {path && (
        <Link
          href={path}
          aria-label={`${t('audit.open')} ${name}`}
          className="inline-flex min-h-6 items-center text-13 text-muted hover:text-ink"
        >
          {t('audit.open')}
        </Link>
      )}
    </p>
  )
}

function Origin({ t, line: { address, userAgent } }: { t: DeskTexts; line: AuditLine }) {
  if (!address && !userAgent) return null
  return (
    <details className="text-13 text-muted">
      <summary className={SUMMARY}>{t('audit.from-where')}</summary>
      <p>{address}</p>
      <p>{userAgent}</p>
    </details>
  )
}

function Changes({ t, place, changes }: Pick<ListProps, 't' | 'place'> & { changes: readonly AuditChange[] }) {
  if (changes.length === 0) return null
  const rest = changes.slice(SHOWN)
  return (
    <div className="text-13 tablet:col-start-2 desktop:col-start-auto">
      <ChangeLines t={t} place={place} changes={changes.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary className={SUMMARY}>{t('audit.more', { count: rest.length })}</summary>
          <ChangeLines t={t} place={place} changes={rest} />
        </details>
      )}
    </div>
  )
}

function ChangeLines({ t, place, changes }: Pick<ListProps, 't' | 'place'> & { changes: readonly AuditChange[] }) {
  const value = (field: string, text: string) => valueName(t, place, field, text)
  return (
    <dl className="grid grid-cols-[minmax(4rem,auto)_minmax(0,1fr)] gap-x-3">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{fieldName(t, field)}</dt>
          <dd>
            {before !== null && <del className="text-muted">{value(field, before)}</del>}
            {before !== null && after !== null && <span aria-hidden="true"> → </span>}
            {after !== null && <ins className="no-underline">{value(field, after)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
