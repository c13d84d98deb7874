import type { NamedPlace } from '@/newsroom/article'
import { CATEGORIES, nameTag } from '@/newsroom/cache-tags'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'

export interface FoundCategory extends NamedPlace {
  id: number
  parent: NamedPlace | null
  children: NamedPlace[]
}

const named = { select: { id: true, slug: true, name: true } } as const

export async function findCategory(slug: string): Promise<FoundCategory | null> {
  // One that became part of another leads there (queries/find-redirect).
  const category = await readDb().category.findFirst({
    where: { slug, mergedIntoId: null },
    select: {
      id: true,
      slug: true,
      name: true,
      parent: named,
      children: { ...named, where: { mergedIntoId: null }, orderBy: [{ position: 'asc' }, { sortKey: 'asc' }] },
    },
  })
  if (!category) {
    reads(CATEGORIES)
    return null
  }
  const { parent, children } = category
  reads(...[category, parent, ...children].flatMap((each) => (each ? nameTag(`category:${each.id}`) : [])))
  return { ...category, parent: parent && placeOf(parent), children: children.map(placeOf) }
}

const placeOf = ({ slug, name }: NamedPlace): NamedPlace => ({ slug, name })
