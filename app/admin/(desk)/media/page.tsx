import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireDesk } from '@/app/admin/desk-session'
import { Library } from '@/components/desk/media/library'
import { PageHead } from '@/components/desk/ui/page-head'
import { readMediaFilter } from '@/newsroom/desk/media-library'
import { mayAtDesk } from '@/newsroom/desk/permission'
import { listMedia } from '@/server/queries/list-media'
import { discardPicture, openPicture, replacePicture, retryPicture, savePicture } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('media.title') }
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ searchParams }: Props) {
  const staff = await requireDesk('upload-media', '/admin/media')
  const [t, asked] = await Promise.all([requestTexts(), searchParams])
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '')
  const opening = { text: text('q'), filter: readMediaFilter(text('filter')), chosen: text('picture') || null }
  const first = await listMedia(staff, { ...opening, before: null })
  return (
    <>
      <PageHead title={t('media.title')} lead={t('media.lead')} />
      <Library
        opening={opening}
        first={first}
        member={{ id: staff.id, manages: mayAtDesk(staff, 'manage-media') }}
        actions={{ open: openPicture, save: savePicture, replace: replacePicture, discard: discardPicture, retry: retryPicture }}
      />
    </>
  )
}
