import type { Metadata } from 'next'
import { cache } from 'react'
import { PlacePage, placeMetadata } from '@/app/(site)/list-page'
import { missingMetadata, redirectOrMissing } from '@/app/(site)/missing'
import { currentSite } from '@/app/(site)/site'
import { tagPath } from '@/newsroom/addresses'
import { decodePart } from '@/newsroom/read-params'
import { texts } from '@/newsroom/texts'
import { findTag } from '@/server/queries/find-tag'

type Props = PageProps<'/tag/[slug]'>

const readTag = cache(async (part: string) => {
  const slug = decodePart(part)
  return slug ? await findTag(slug) : null
})

const placeOf = ({ id, slug, name }: { id: number; slug: string; name: string }) => ({
  list: `tag:${id}` as const,
  name,
  path: tagPath(slug),
  kind: texts(currentSite().locale)('list.tag'),
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const tag = await readTag((await params).slug)
  if (!tag) return missingMetadata()
  const { name: site, locale } = currentSite()
  const description = texts(locale)('list.tagDescription', { site, name: tag.name })
  return await placeMetadata({ ...placeOf(tag), description }, await searchParams)
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const query = await searchParams
  const tag = await readTag(slug)
  return tag ? <PlacePage place={placeOf(tag)} query={query} /> : await redirectOrMissing(['tag', slug], query)
}
