import { Prisma } from '@/generated/prisma/client'
import type { Fault } from '@/newsroom/desk/outcome'
import type { Tx } from '@/server/db'
import type { Mergeable } from './merge-kinds'

/** What stands in the way of a name or a slug: another one that has it, whatever the case of its letters. */
export async function nameFaults(
  tx: Tx,
  { table }: Pick<Mergeable, 'table'>,
  wanted: { id: number | null; name: string; slug: string },
): Promise<Fault[]> {
  const rows = await tx.$queryRaw<{ name: string; slug: string }[]>`
    SELECT "name", "slug" FROM ${Prisma.raw(`"${table}"`)}
    WHERE "id" IS DISTINCT FROM ${wanted.id}::int AND (lower("slug") = ${wanted.slug.toLowerCase()} OR "name" = ${wanted.name})`
  // Two categories may have one name (in different branches); people do.
  const unique = table === 'Tag' || table === 'Source'
  return [
    ...(unique && rows.some(({ name }) => name === wanted.name)
      ? [{ code: 'name-taken', field: 'name', params: { name: wanted.name } }]
      : []),
    ...(rows.some(({ slug }) => slug.toLowerCase() === wanted.slug.toLowerCase())
      ? [{ code: 'slug-taken', field: 'slug', params: { slug: wanted.slug } }]
      : []),
  ]
}
