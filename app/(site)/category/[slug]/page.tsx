import type { Metadata } from 'next'
import { cache } from 'react'
import { PlacePage, placeMetadata } from '@/app/(site)/list-page'
import { missingMetadata, redirectOrMissing } from '@/app/(site)/missing'
import { currentSite } from '@/app/(site)/site'
import { PlaceLinks } from '@/components/site/place-links'
import { categoryPath } from '@/newsroom/addresses'
import { decodePart, readView } from '@/newsroom/read-params'
import { texts } from '@/newsroom/texts'
import { type FoundCategory, findCategory } from '@/server/queries/find-category'

type Props = PageProps<'/category/[slug]'>

const readCategory = cache(async (part: string) => {
  const slug = decodePart(part)
  return slug ? await findCategory(slug) : null
})

const placeOf = ({ id, slug, name, parent }: FoundCategory) => ({
  list: `category:${id}` as const,
  name,
  path: categoryPath(slug),
  kind: texts(currentSite().locale)('list.category'),
  above: parent ? [{ name: parent.name, path: categoryPath(parent.slug) }] : [],
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const category = await readCategory((await params).slug)
  if (!category) return missingMetadata()
  const { name: site, locale } = currentSite()
  const description = texts(locale)('list.categoryDescription', { site, name: category.name })
  return await placeMetadata({ ...placeOf(category), description }, await searchParams)
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params
  const query = await searchParams
  const category = await readCategory(slug)
  if (!category) return await redirectOrMissing(['category', slug], query)
  const t = texts(currentSite().locale)
  const view = readView(query)
  return (
    <PlacePage place={placeOf(category)} query={query}>
      {category.parent && <PlaceLinks label={t('list.parent')} places={[category.parent]} pathOf={categoryPath} view={view} />}
      <PlaceLinks label={t('list.children')} places={category.children} pathOf={categoryPath} view={view} />
    </PlacePage>
  )
}
