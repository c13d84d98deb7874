import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { MarkAllRead } from '@/components/desk/notices/mark-all-read'
import { NoticeList } from '@/components/desk/notices/notice-list'
import { ButtonLink } from '@/components/desk/ui/button'
import { Empty } from '@/components/desk/ui/empty'
import { PageHead } from '@/components/desk/ui/page-head'
import { type Query, readOne } from '@/newsroom/read-params'
import { countUnread, listNotices } from '@/server/queries/list-notices'
import { markAllRead } from './actions'

const A_PAGE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('notices.title') }
}

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const staff = await requireStaff('/admin/notices')
  const cursor = readOne(await searchParams, 'before')
  const before = cursor && /^\d{1,9}$/.test(cursor) ? Number(cursor) : null
  const [t, found, unread] = await Promise.all([requestTexts(), listNotices(staff, before, A_PAGE + 1), countUnread(staff)])
  const notices = found.slice(0, A_PAGE)
  return (
    <div className="max-w-3xl">
      <PageHead
        title={t('notices.title')}
        lead={t('notices.lead')}
        actions={unread > 0 && <MarkAllRead markAll={markAllRead} />}
      />
      {notices.length === 0 ? (
        <Empty title={t('notices.empty.title')} text={t('notices.empty.text')} />
      ) : (
        <NoticeList t={t} notices={notices} />
      )}
      {found.length > A_PAGE && (
        <div className="pt-6">
          <ButtonLink href={`/admin/notices?before=${notices.at(-1)?.id}`}>{t('notices.older')}</ButtonLink>
        </div>
      )}
    </div>
  )
}
