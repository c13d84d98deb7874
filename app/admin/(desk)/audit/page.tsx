import type { Metadata } from 'next'
import { deskLocale, requestTexts } from '@/app/admin/desk-locale'
import { requireDesk } from '@/app/admin/desk-session'
import { AuditFilterForm } from '@/components/desk/audit/audit-filter-form'
import { AuditList } from '@/components/desk/audit/audit-list'
import { ButtonLink, buttonClasses } from '@/components/desk/ui/button'
import { Empty } from '@/components/desk/ui/empty'
import { PageHead } from '@/components/desk/ui/page-head'
import { readAuditFilter, writeAuditFilter } from '@/newsroom/desk/audit-filter'
import { type Query, readOne } from '@/newsroom/read-params'
import { config } from '@/server/config'
import { listAudit, listAuditNames } from '@/server/queries/list-audit'

const A_PAGE = 50
const FORMATS = ['csv', 'json'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('audit.title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  await requireDesk('read-audit', '/admin/audit')
  const query = await searchParams
  const [filter, before] = [readAuditFilter(query), readOne(query, 'before')]
  const [t, locale, found, names] = await Promise.all([
    requestTexts(),
    deskLocale(),
    listAudit(filter, before, A_PAGE + 1),
    listAuditNames(),
  ])
  const lines = found.slice(0, A_PAGE)
  const older = found.length > A_PAGE ? lines.at(-1)?.id : undefined
  return (
    <>
      <PageHead
        title={t('audit.title')}
        lead={t('audit.lead')}
        actions={FORMATS.map((format) => (
          <a
            key={format}
            href={`/admin/audit/export?${writeAuditFilter(filter, { format })}`}
            download
            className={buttonClasses('plain')}
          >
            {t('audit.export', { format: format.toUpperCase() })}
          </a>
        ))}
      />
      <AuditFilterForm filter={filter} people={names.people} actions={names.actions} />
      {lines.length === 0 ? (
        <Empty title={t('audit.empty.title')} text={t('audit.empty.text')} />
      ) : (
        <AuditList
          t={t}
          place={{ locale, timeZone: config().SITE_TIMEZONE }}
          lines={lines}
          hrefOfSubject={(subject) => `/admin/audit?${writeAuditFilter({ ...filter, subject })}`}
        />
      )}
      <nav aria-label={t('audit.title')} className="flex gap-2 pt-6">
        {before && (
          <ButtonLink kind="quiet" href={`/admin/audit?${writeAuditFilter(filter)}`}>
            {t('audit.newest')}
          </ButtonLink>
        )}
        {older && (
          <ButtonLink href={`/admin/audit?${writeAuditFilter(filter, { before: older })}`}>{t('audit.older')}</ButtonLink>
        )}
      </nav>
    </>
  )
}
