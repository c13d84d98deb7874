import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireStaff } from '@/app/admin/desk-session'
import { ReadersView } from '@/components/desk/readers/readers-view'
import { PageHead } from '@/components/desk/ui/page-head'
import { findReadership } from '@/server/queries/find-readership'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('readers.title') }
}

/** What became of an article among its readers. */
export default async function Page({ params }: Props) {
  const { id } = await params
  const staff = await requireStaff(`/admin/articles/${id}/readers`)
  const readership = await findReadership(staff, id)
  if (!readership) notFound()
  const t = await requestTexts()
  return (
    <>
      <PageHead
        title={t('readers.title')}
        lead={
          <Link href={`/admin/articles/${id}`} className="underline decoration-line underline-offset-4 hover:decoration-ink">
            {readership.headline || t('revisions.back')}
          </Link>
        }
      />
      <ReadersView t={t} readership={readership} />
    </>
  )
}
