import type { Metadata } from 'next'
import { cache } from 'react'
import { PlacePage, placeMetadata } from '@/app/(site)/list-page'
import { missingMetadata, redirectOrMissing } from '@/app/(site)/missing'
import { currentSite } from '@/app/(site)/site'
import { sourcePath } from '@/newsroom/addresses'
import { decodePart } from '@/newsroom/read-params'
import { texts } from '@/newsroom/texts'
import { findSource } from '@/server/queries/find-source'

type Props = PageProps<'/source/[slug]'>

const readSource = cache(async (part: string) => {
  const slug = decodePart(part)
  return slug ? await findSource(slug) : null
})

const placeOf = ({ id, slug, name }: { id: number; slug: string; name: string }) => ({
  list: `source:${id}` as const,
  name,
  path: sourcePath(slug),
  kind: texts(currentSite().locale)('list.source'),
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const source = await readSource((await params).slug)
  if (!source) return missingMetadata()
  const { name: site, locale } = currentSite()
  const description = texts(locale)('list.sourceDescription', { site, name: source.name })
  return await placeMetadata({ ...placeOf(source), description }, await searchParams)
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const query = await searchParams
  const source = await readSource(slug)
  if (!source) return await redirectOrMissing(['source', slug], query)
  return (
    <PlacePage place={placeOf(source)} query={query}>
      {source.url && (
        <p className="place-links">
          <a href={source.url} rel="noopener external">
            {texts(currentSite().locale)('list.sourceSite', { name: source.name })}
          </a>
        </p>
      )}
    </PlacePage>
  )
}
