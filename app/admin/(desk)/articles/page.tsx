import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { ArticlesDesk } from '@/components/desk/articles/articles-desk'
import { PageHead } from '@/components/desk/ui/page-head'
import { filterAddress, readFilter } from '@/newsroom/desk/article-filter'
import type { DeskList } from '@/newsroom/desk/article-list'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import { type Query, readCursor } from '@/newsroom/read-params'
import { findFilterNames } from '@/server/queries/find-filter-names'
import { ListTooSlow, listDeskArticles } from '@/server/queries/list-desk-articles'
import { bulkAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('articles.title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const [filter, cursor] = [readFilter(query), readCursor(query)]
  const address = filterAddress(filter, cursor)
  const staff = await requireStaff(`/admin/articles${address}`)
  const [t, names, list] = await Promise.all([
    requestTexts(),
    findFilterNames(filter),
    listDeskArticles(staff, filter, cursor).catch((error: unknown) => {
      if (error instanceof ListTooSlow) return null
      throw error
    }),
  ])
  return (
    <>
      <PageHead title={t('articles.title')} lead={list ? leadOf(t, list) : undefined} />
      <ArticlesDesk filter={filter} names={names} list={list} role={staff.role} bulk={bulkAction} />
    </>
  )
}

function leadOf(t: DeskTexts, { count: { n, about, capped } }: DeskList): string {
  return t(about ? 'articles.lead-about' : capped ? 'articles.lead-capped' : 'articles.lead', { count: n })
}
