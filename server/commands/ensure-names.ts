import { initialsOf } from '@/newsroom/initials'
import { nameSlug, sortKeyOf } from '@/newsroom/slug'
import type { Tx } from '@/server/db'
import { freeSlugs } from '@/server/free-slugs'

/** Ids by name. */
export type NameIds = Map<string, number>
interface Named {
  id: number
  name: string
  mergedIntoId: number | null
}

/** Where a name stands today: what it was merged into, or itself. */
export const standingId = ({ id, mergedIntoId }: { id: number; mergedIntoId: number | null }): number => mergedIntoId ?? id

/** How a name is sorted, and found by who types it in pinyin. */
export const spellingOf = (name: string) => ({ sortKey: sortKeyOf(name), initials: initialsOf(name) })

/** Tags by name, or by a word that stands for one; new ones are made. */
export async function ensureTags(tx: Tx, names: string[]): Promise<NameIds> {
  return await ensure(
    names,
    async (name) => {
      const tags = await tx.tag.findMany({ where: { name: { in: name } } })
      const synonyms = await tx.tagSynonym.findMany({ where: { term: { in: name } } })
      return [...synonyms.map(({ term, tagId }) => ({ id: tagId, name: term, mergedIntoId: null })), ...tags]
    },
    (slug) => tx.tag.findMany({ where: { slug: { in: slug } } }),
    (fresh) => tx.tag.createManyAndReturn({ data: fresh.map((tag) => ({ ...tag, ...spellingOf(tag.name) })) }),
  )
}

/** Outlets by name; new ones are made. */
export async function ensureSources(tx: Tx, names: string[]): Promise<NameIds> {
  return await ensure(
    names,
    (name) => tx.source.findMany({ where: { name: { in: name } } }),
    (slug) => tx.source.findMany({ where: { slug: { in: slug } } }),
    (fresh) => tx.source.createManyAndReturn({ data: fresh.map((source) => ({ ...source, ...spellingOf(source.name) })) }),
  )
}

/** Whoever stands in a byline, by name without spaces: 李 明 and 李明 are one person. */
export async function ensurePeople(tx: Tx, names: string[]): Promise<NameIds> {
  const wanted = Map.groupBy(names, (name) => name.replace(/\s+/g, ''))
  if (wanted.size === 0) return new Map()
  const people = await tx.person.findMany({ where: { slug: { in: [...wanted.keys()] } } })
  const known = new Set(people.map(({ slug }) => slug))
  const data = [...wanted].flatMap(([slug, [name]]) =>
    known.has(slug) || name === undefined ? [] : [{ slug, name, ...spellingOf(name) }],
  )
  if (data.length > 0) people.push(...(await tx.person.createManyAndReturn({ data })))
  return new Map(people.flatMap((person) => (wanted.get(person.slug) ?? []).map((name) => [name, standingId(person)] as const)))
}

async function ensure(
  wanted: string[],
  findByName: (names: string[]) => Promise<Named[]>,
  findBySlug: (slugs: string[]) => Promise<{ slug: string }[]>,
  create: (fresh: { name: string; slug: string }[]) => Promise<Named[]>,
): Promise<NameIds> {
  const names = [...new Set(wanted)]
  if (names.length === 0) return new Map()
  const ids = new Map((await findByName(names)).map((known) => [known.name, standingId(known)]))
  const missing = names.filter((name) => !ids.has(name))
  if (missing.length === 0) return ids
  const slugs = await freeSlugs(missing.map(nameSlug), findBySlug)
  const fresh = missing.map((name, index) => ({ name, slug: slugs[index] ?? name }))
  for (const { name, id } of await create(fresh)) ids.set(name, id)
  return ids
}
