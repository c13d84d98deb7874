import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { WaitingLines } from '@/components/desk/review/waiting-lines'
import { ButtonLink } from '@/components/desk/ui/button'
import { Empty } from '@/components/desk/ui/empty'
import { PageHead } from '@/components/desk/ui/page-head'
import { filterAddress, LIST_VIEWS } from '@/newsroom/desk/article-filter'
import { waitingGroups } from '@/newsroom/desk/waiting-groups'
import { listWaiting } from '@/server/queries/list-waiting'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('review.title') }
}

/** What waits for whoever asks, by what it waits for. */
export default async function Page() {
  const staff = await requireStaff('/admin/review')
  const [t, { articles, count }] = await Promise.all([requestTexts(), listWaiting(staff)])
  return (
    <>
      <PageHead
        title={t('review.title')}
        lead={count > 0 ? t('review.lead', { count }) : undefined}
        actions={
          <ButtonLink kind="quiet" href={`/admin/articles${filterAddress(LIST_VIEWS.review)}`}>
            {t('review.all')}
          </ButtonLink>
        }
      />
      {articles.length === 0 && <Empty title={t('review.empty.title')} text={t('review.empty.text')} />}
      <div className="flex max-w-4xl flex-col gap-8">
        {waitingGroups(articles).map(({ group, articles: waiting }) => (
          <WaitingLines key={group} t={t} group={group} articles={waiting} />
        ))}
        {articles.length < count && <p className="text-14 text-muted">{t('review.more', { count: articles.length })}</p>}
      </div>
    </>
  )
}
