import { notFound, permanentRedirect } from 'next/navigation'
import { MissingView } from '@/components/site/missing-view'
import { inView } from '@/newsroom/addresses'
import { decodePath, type Query, readOne, readView } from '@/newsroom/read-params'
import { rootFileType } from '@/newsroom/root-file'
import type { View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { findRedirect, wasAddress } from '@/server/queries/find-redirect'
import { findRootFile } from '@/server/queries/find-root-file'
import { listNewestIds } from '@/server/queries/list-newest'
import { answer, answerFile } from '@/server/render-scope'
import { unlistedMetadata } from './page-metadata'
import { currentSite } from './site'
import { SiteFrame } from './site-frame'

const NEWEST = 8

/** No page of ours stands at this address: it is a file somebody put there, an old one that leads on (308) or is gone (410), or nothing (404). */
export async function redirectOrMissing(parts: string[], query: Query) {
  const view = readView(query)
  const path = decodePath(parts)
  const file = path && view !== 'lite' && (await findRootFile(path))
  if (file && answerFile(rootFileType(file.name), file.text)) return null
  const code = readOne(query, 'infoCode')
  // An archive may have had a category `lite` itself.
  const spellings = path ? [path, ...(view === 'lite' ? [inView(path, view)] : [])] : []
  let target: string | null = null
  for (const spelling of spellings) target ??= await findRedirect(spelling, code)
  if (target) permanentRedirect(inView(target, view))
  if (!answer(path && (await wasAddress(path)) ? 410 : 404)) notFound()
  return <MissingPage view={view} />
}

async function MissingPage({ view }: { view: View }) {
  const site = currentSite()
  return (
    <SiteFrame site={site} view={view} address="/">
      <MissingView site={site} view={view} newest={(await listNewestIds()).slice(0, NEWEST)} />
    </SiteFrame>
  )
}

export function missingMetadata() {
  return unlistedMetadata(texts(currentSite().locale)('missing.title'))
}
