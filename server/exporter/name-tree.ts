import { categoryPath, sourcePath, tagPath } from '@/newsroom/addresses'
import type { ExportedCategory } from '@/newsroom/jekyll/exported-post'
import { db } from '@/server/db'

type Kind = 'category' | 'tag' | 'source'

/** The paper's categories as a tree, and what categories, tags and outlets were called before. */
export interface NameTree {
  /** from the top down to it */
  lineOf(categoryId: number): ExportedCategory[]
  addressesOf(kind: Kind, id: number): string[]
}

export async function readNameTree(): Promise<NameTree> {
  const categories = new Map((await db().category.findMany()).map((category) => [category.id, category]))
  const addresses = new Map<string, string[]>()
  const note = (kind: Kind, id: number, ...paths: string[]) => {
    const key = `${kind}:${id}`
    addresses.set(key, [...(addresses.get(key) ?? []), ...paths])
  }
  for (const { path, categoryId, tagId, sourceId } of await db().redirect.findMany({
    where: { articleId: null, mediaId: null },
  })) {
    if (categoryId !== null) note('category', categoryId, path)
    if (tagId !== null) note('tag', tagId, path)
    if (sourceId !== null) note('source', sourceId, path)
  }
  // What became part of another is found at that one's address from now on.
  for (const { slug, archiveName, mergedIntoId } of categories.values()) {
    if (mergedIntoId === null) continue
    note('category', mergedIntoId, decodeURIComponent(categoryPath(slug)))
    if (archiveName !== null) note('category', mergedIntoId, `/category/${archiveName}.html`)
  }
  const merged = { where: { mergedIntoId: { not: null } }, select: { slug: true, mergedIntoId: true } } as const
  for (const { slug, mergedIntoId } of await db().tag.findMany(merged))
    if (mergedIntoId !== null) note('tag', mergedIntoId, decodeURIComponent(tagPath(slug)))
  for (const { slug, mergedIntoId } of await db().source.findMany(merged))
    if (mergedIntoId !== null) note('source', mergedIntoId, decodeURIComponent(sourcePath(slug)))

  const addressesOf = (kind: Kind, id: number) => addresses.get(`${kind}:${id}`) ?? []
  const lineOf = (id: number, below = 0): ExportedCategory[] => {
    const category = categories.get(id)
    if (!category || below > categories.size) return []
    const { slug, name, archiveName, parentId, position, reviewStages } = category
    const above = parentId === null ? [] : lineOf(parentId, below + 1)
    const parent = above.at(-1)?.slug ?? null
    return [...above, { slug, name, archiveName, parent, position, reviewStages, oldAddresses: addressesOf('category', id) }]
  }
  return { lineOf: (id) => lineOf(id), addressesOf }
}
