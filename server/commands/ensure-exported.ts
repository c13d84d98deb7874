import type { ExportedArticle, ExportedCategory, ExportedName } from '@/newsroom/jekyll/exported-post'
import type { Tx } from '@/server/db'
import type { EnsuredCategories } from './ensure-categories'
import { spellingOf, standingId } from './ensure-names'

interface Labels {
  sourceId: number | null
  categoryIds: number[]
  tagIds: number[]
}

export interface EnsuredExported extends EnsuredCategories {
  labelsOf: (article: ExportedArticle) => Labels
}

interface Known {
  id: number
  slug: string
  name: string
  mergedIntoId: number | null
}

/** Categories, tags and outlets of exported articles, at the addresses they had; new ones are made, with their places in the tree. */
export async function ensureExported(tx: Tx, articles: ExportedArticle[]): Promise<EnsuredExported> {
  const categories = await ensureTree(tx, bySlug(articles.flatMap(({ categoryTree }) => categoryTree)))
  const tags = await ensure(bySlug(articles.flatMap(({ tags }) => tags)), {
    find: (slugs, names) => tx.tag.findMany({ where: { OR: [{ slug: { in: slugs } }, { name: { in: names } }] } }),
    create: (fresh) => tx.tag.createManyAndReturn({ data: fresh.map(named) }),
    keep: (tagId, paths) => keep(tx, paths, { tagId }),
  })
  const sources = await ensure(bySlug(articles.flatMap(({ source }) => source ?? [])), {
    find: (slugs) => tx.source.findMany({ where: { slug: { in: slugs } } }),
    create: (fresh) => tx.source.createManyAndReturn({ data: fresh.map((source) => ({ ...named(source), url: source.url })) }),
    keep: (sourceId, paths) => keep(tx, paths, { sourceId }),
  })
  const idsIn = (ids: Map<string, number>, slugs: string[]) => [...new Set(slugs.flatMap((slug) => ids.get(slug) ?? []))]
  return {
    ...categories,
    labelsOf: (article) => ({
      sourceId: article.source === null ? null : (sources.get(article.source.slug) ?? null),
      categoryIds: idsIn(categories.ids, article.categories),
      tagIds: idsIn(
        tags,
        article.tags.map(({ slug }) => slug),
      ),
    }),
  }
}

const named = ({ slug, name }: ExportedName) => ({ slug, name, ...spellingOf(name) })
const bySlug = <Name extends ExportedName>(names: Name[]): Name[] => [...new Map(names.map((name) => [name.slug, name])).values()]

interface Kind<Name> {
  find(slugs: string[], names: string[]): Promise<Known[]>
  create(fresh: Name[]): Promise<Known[]>
  keep(id: number, paths: string[]): Promise<void>
}

/** Ids by slug. */
async function ensure<Name extends ExportedName>(wanted: Name[], kind: Kind<Name>): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map()
  const known = await kind.find(
    wanted.map(({ slug }) => slug),
    wanted.map(({ name }) => name),
  )
  const found = (name: Name) => known.find(({ slug }) => slug === name.slug) ?? known.find((other) => other.name === name.name)
  const fresh = wanted.filter((name) => !found(name))
  if (fresh.length > 0) known.push(...(await kind.create(fresh)))
  for (const name of fresh) await kind.keep(found(name)?.id ?? 0, name.oldAddresses)
  return new Map(wanted.flatMap((name) => [found(name)].flatMap((row) => (row ? [[name.slug, standingId(row)] as const] : []))))
}

/** Those above come before those below. */
async function ensureTree(tx: Tx, wanted: ExportedCategory[]): Promise<EnsuredCategories> {
  const ids = new Map<string, number>()
  const before = new Set<string>()
  for (const category of wanted) {
    const { slug, name, archiveName, parent, position, reviewStages, oldAddresses } = category
    const known = await tx.category.findFirst({ where: { OR: [{ slug }, ...(archiveName === null ? [] : [{ archiveName }])] } })
    if (known) before.add(slug)
    const parentId = parent === null ? null : (ids.get(parent) ?? null)
    const data = { slug, name, archiveName, parentId, position, reviewStages, ...spellingOf(name) }
    const row = known ?? (await tx.category.create({ data }))
    if (!known) await keep(tx, oldAddresses, { categoryId: row.id })
    ids.set(slug, standingId(row))
  }
  return { ids, anyNew: wanted.length > before.size, renamed: [] }
}

async function keep(
  tx: Tx,
  paths: string[],
  where: { categoryId: number } | { tagId: number } | { sourceId: number },
): Promise<void> {
  if (paths.length > 0) await tx.redirect.createMany({ data: paths.map((path) => ({ path, ...where })), skipDuplicates: true })
}
