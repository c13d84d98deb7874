import { Prisma } from '@/generated/prisma/client'
import { nameSlug } from '@/newsroom/slug'
import type { Tx } from './db'

/**
 * One slug a name, in their order: the wanted one, else with `-2`, `-3` … until it is nobody's, whatever the case of its
 * letters. `findTaken` gets slugs in lower case and answers which are in use.
 */
export async function freeSlugs(
  wanted: string[],
  findTaken: (slugs: string[]) => Promise<{ slug: string }[]>,
): Promise<string[]> {
  const chosen: (string | undefined)[] = wanted.map(() => undefined)
  const used = new Set<string>()
  for (let attempt = 1; chosen.includes(undefined); attempt++) {
    const candidates = wanted.map((slug) => (attempt === 1 ? slug : `${slug}-${attempt}`))
    const open = candidates.filter((_, index) => chosen[index] === undefined)
    for (const { slug } of await findTaken(open.map((slug) => slug.toLowerCase()))) used.add(slug.toLowerCase())
    for (const [index, slug] of candidates.entries()) {
      if (chosen[index] !== undefined || used.has(slug.toLowerCase())) continue
      used.add(slug.toLowerCase())
      chosen[index] = slug
    }
  }
  return chosen.filter((slug) => slug !== undefined)
}

/** The address a name proposes for itself, in pinyin, where nobody has it; `except`: the row it is for. */
export async function proposeSlug(
  tx: Tx,
  table: 'Category' | 'Tag' | 'Source',
  name: string,
  except: number | null,
): Promise<string> {
  const wanted = nameSlug(name)
  const [slug = wanted] = await freeSlugs(
    [wanted],
    async (slugs) =>
      await tx.$queryRaw<{ slug: string }[]>`
      SELECT "slug" FROM ${Prisma.raw(`"${table}"`)} WHERE lower("slug") = ANY(${slugs}) AND "id" IS DISTINCT FROM ${except}::int`,
  )
  return slug
}
