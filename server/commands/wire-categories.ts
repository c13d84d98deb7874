import type { Tx } from '@/server/db'
import { standingId } from './ensure-names'
import type { WireActor } from './wire-actor'

/** Where what a wire calls by slug or name is filed, or why it is not. */
export type Filing = { id: number } | { fault: string }

/** A slug before a name: those are unique, and two categories may have one name. */
export async function wireCategories(tx: Tx, actor: WireActor, wanted: string[]): Promise<Map<string, Filing>> {
  const asked = [...new Set(wanted)]
  const rows = await tx.category.findMany({
    where: { OR: [{ slug: { in: asked } }, { name: { in: asked } }] },
    select: { id: true, slug: true, name: true, mergedIntoId: true },
  })
  const allowed = actor.categoryIds && new Set(actor.categoryIds)
  const filed = (text: string): Filing => {
    const exact = rows.filter(({ slug }) => slug === text)
    const ids = new Set((exact.length > 0 ? exact : rows.filter(({ name }) => name === text)).map(standingId))
    const [id] = ids
    if (id === undefined) return { fault: `there is no category ${text}` }
    if (ids.size > 1) return { fault: `several categories are called ${text}: say its slug` }
    return allowed === null || allowed.has(id) ? { id } : { fault: `the token does not reach into the category ${text}` }
  }
  return new Map(asked.map((text) => [text, filed(text)]))
}
