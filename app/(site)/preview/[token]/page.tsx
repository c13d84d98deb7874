import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { unlistedMetadata } from '@/app/(site)/page-metadata'
import { currentSite } from '@/app/(site)/site'
import { SiteFrame } from '@/app/(site)/site-frame'
import { ArticleView } from '@/components/site/article-view'
import { PreviewLine } from '@/components/site/preview-line'
import { readView } from '@/newsroom/read-params'
import type { View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { findPreview } from '@/server/queries/find-preview'
import { listNeighbours } from '@/server/queries/list-neighbours'
import { answer } from '@/server/render-scope'

type Props = PageProps<'/preview/[token]'>

const readPreview = cache(findPreview)
const words = () => texts(currentSite().locale)
const ALONE = { previous: null, next: null, related: [], reports: [] }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await readPreview((await params).token)
  const title = found ? found.article.headline || words()('preview.title') : words()('preview.goneTitle')
  return { ...unlistedMetadata(title), robots: { index: false, follow: false }, referrer: 'no-referrer' }
}

/** A draft as its readers would see it, for whoever has the address. */
export default async function Page({ params, searchParams }: Props) {
  const site = currentSite()
  const view = readView(await searchParams)
  const { token } = await params
  const found = await readPreview(token)
  if (!found) return gone(view)
  const article = { ...found.article, headline: found.article.headline || words()('preview.untitled') }
  const neighbours = found.state === 'unpublished' ? ALONE : await listNeighbours(article.id)
  return (
    <SiteFrame site={site} view={view} address={`/preview/${token}`}>
      <PreviewLine site={site} state={found.state} embargoUntil={found.embargoUntil} expiresAt={found.expiresAt} />
      <ArticleView site={site} view={view} article={article} {...neighbours} />
    </SiteFrame>
  )
}

function gone(view: View) {
  if (!answer(404)) notFound()
  return (
    <SiteFrame site={currentSite()} view={view} address="/">
      <div className="notice">
        <h1>{words()('preview.goneTitle')}</h1>
        <p>{words()('preview.goneText')}</p>
      </div>
    </SiteFrame>
  )
}
