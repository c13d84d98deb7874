import type { ImportedCategory } from '@/newsroom/jekyll/imported-post'
import { categorySlug } from '@/newsroom/slug'
import type { Tx } from '@/server/db'
import { freeSlugs } from '@/server/free-slugs'
import { spellingOf, standingId } from './ensure-names'

export interface EnsuredCategories {
  /** by archive name */
  ids: Map<string, number>
  anyNew: boolean
  /** those that got a better name */
  renamed: number[]
}

/**
 * The categories of an archive, letter for letter; new ones are made. A category that only had the archive's name takes the
 * first better one a post offers.
 */
export async function ensureCategories(tx: Tx, wanted: ImportedCategory[]): Promise<EnsuredCategories> {
  const names = namesOf(wanted)
  if (names.size === 0) return { ids: new Map(), anyNew: false, renamed: [] }
  const known = await tx.category.findMany({ where: { archiveName: { in: [...names.keys()] } } })
  const ids = new Map(known.map((category) => [category.archiveName ?? '', standingId(category)]))
  const missing = [...names].filter(([archiveName]) => !ids.has(archiveName))
  for (const { id, archiveName } of await createCategories(tx, missing)) ids.set(archiveName ?? '', id)
  const renamed: number[] = []
  for (const { id, archiveName, name } of known) {
    const better = names.get(archiveName ?? '')
    if (name !== archiveName || better === undefined || better === archiveName) continue
    await tx.category.update({ where: { id }, data: { name: better, ...spellingOf(better) } })
    renamed.push(id)
  }
  return { ids, anyNew: missing.length > 0, renamed }
}

/** Archive name → the first name offered for it that is more than the archive's. */
function namesOf(wanted: ImportedCategory[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { archiveName, name } of wanted) {
    const held = names.get(archiveName)
    if (held === undefined || held === archiveName) names.set(archiveName, name)
  }
  return names
}

async function createCategories(tx: Tx, missing: [archiveName: string, name: string][]) {
  if (missing.length === 0) return []
  const slugs = await freeSlugs(
    missing.map(([archiveName]) => categorySlug(archiveName)),
    async (lowerCase) => await tx.$queryRaw`SELECT "slug" FROM "Category" WHERE lower("slug") = ANY(${lowerCase})`,
  )
  return await tx.category.createManyAndReturn({
    data: missing.map(([archiveName, name], index) => ({
      archiveName,
      name,
      slug: slugs[index] ?? archiveName,
      ...spellingOf(name),
    })),
    select: { id: true, archiveName: true },
  })
}
