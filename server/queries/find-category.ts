import type { NamedPlace } from '@/newsroom/article'
import { CATEGORIES, nameTag } from '@/newsroom/cache-tags'
import { readDb } from '@/server/db'
import { reads } from '@/server/render-scope'

export interface FoundCategory extends NamedPlace {
  id: number
  parent: NamedPlace | null
  children: NamedPlace[]
}

const named = { select: { slug: true, name: true } } as const

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
  reads(category ? nameTag(`category:${category.id}`) : CATEGORIES)
  return category
}
