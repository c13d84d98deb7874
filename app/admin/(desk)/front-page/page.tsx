import type { Metadata } from 'next'
import { requestTexts } from '@/app/admin/desk-locale'
import { requireDesk } from '@/app/admin/desk-session'
import { FrontPageDesk } from '@/components/desk/front-page/front-page-desk'
import { findFrontPageDesk } from '@/server/queries/find-front-page-desk'
import { previewLayout, publishLayout } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTexts())('frontPage.title') }
}

export default async function Page() {
  await requireDesk('manage-front-page', '/admin/front-page')
  return <FrontPageDesk {...(await findFrontPageDesk())} publish={publishLayout} preview={previewLayout} />
}
