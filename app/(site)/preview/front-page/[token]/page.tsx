import type { Metadata } from 'next'
import { FrontPageFrame } from '@/app/(site)/front-page-frame'
import { redirectOrMissing } from '@/app/(site)/missing'
import { unlistedMetadata } from '@/app/(site)/page-metadata'
import { currentSite } from '@/app/(site)/site'
import { readView } from '@/newsroom/read-params'
import { texts } from '@/newsroom/texts'
import { findFrontPage } from '@/server/queries/find-front-page'
import { findFrontPagePreview } from '@/server/queries/find-front-page-preview'

const words = () => texts(currentSite().locale)

export function generateMetadata(): Metadata {
  return unlistedMetadata(words()('front.preview'))
}

/** A layout before it is published, for whoever has the address. */
export default async function Page({ params, searchParams }: PageProps<'/preview/front-page/[token]'>) {
  const query = await searchParams
  const { token } = await params
  const layout = await findFrontPagePreview(token)
  if (!layout) return await redirectOrMissing(['preview', 'front-page', token], query)
  return (
    <FrontPageFrame
      view={readView(query)}
      front={await findFrontPage(layout)}
      before={<p className="preview-line">{words()('front.preview')}</p>}
    />
  )
}
