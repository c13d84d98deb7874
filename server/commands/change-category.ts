import { CATEGORIES, nameTag } from '@/newsroom/cache-tags'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { CategoryInput } from '@/newsroom/desk/taxonomy'
import { publishTags } from '@/server/bus'
import type { Tx } from '@/server/db'
import { proposeSlug } from '@/server/free-slugs'
import type { Actor } from './actor'
import { changeAddress } from './change-address'
import { spellingOf } from './ensure-names'
import { MERGEABLE } from './merge-kinds'
import { nameFaults } from './name-taken'
import { recordAudit } from './record-audit'
import { tagsAbove } from './tags-above'
import { transact } from './transact'

/** Makes a category (`id` null) or changes one: its name, address, place in the tree, number of reviews. */
export async function changeCategory(actor: Actor, id: number | null, input: CategoryInput): Promise<Outcome<{ id: number }>> {
  if (actor.kind === 'staff' && !mayAtDesk(actor, 'manage-taxonomy')) return refused({ code: 'denied.role' })
  return await transact(async (tx) => {
    const { name, parentId, reviewStages } = input
    const [held] =
      id === null
        ? []
        : await tx.$queryRaw<(CategoryInput & { mergedIntoId: number | null })[]>`
      SELECT "name", "slug", "parentId", "reviewStages", "mergedIntoId" FROM "Category" WHERE "id" = ${id} FOR UPDATE`
    if (id !== null && (!held || held.mergedIntoId !== null)) return refused({ code: 'not-found' })
    const slug = input.slug || (await proposeSlug(tx, 'Category', name, id))
    const faults = await nameFaults(tx, { table: 'Category' }, { id, name, slug })
    if (parentId !== null && !(await mayStandBelow(tx, id, parentId))) faults.push({ code: 'category.loop', field: 'parentId' })
    if (faults.length > 0) return refused(...faults)
    const data = { name, slug, parentId, reviewStages, ...spellingOf(name) }
    const { id: made } =
      id === null
        ? await tx.category.create({ data: { ...data, position: await nextPosition(tx, parentId) }, select: { id: true } })
        : await tx.category.update({ where: { id }, data, select: { id: true } })
    const moved = held ? await changeAddress(tx, MERGEABLE.category, made, { old: held.slug, new: slug }) : []
    await recordAudit(tx, actor, {
      action: held ? 'category.change' : 'category.create',
      subject: `category:${made}`,
      label: name,
      before: held ? { name: held.name, slug: held.slug, parentId: held.parentId, reviewStages: held.reviewStages } : null,
      after: { name, slug, parentId, reviewStages },
    })
    // Those above it list it.
    const shown = [made, parentId, held?.parentId].flatMap((each) => (each ? nameTag(`category:${each}`) : []))
    await publishTags(tx, [CATEGORIES, ...shown, ...moved])
    return { ok: true, id: made }
  })
}

/** Puts the children of one category (or the top ones) into this order. */
export async function orderCategories(actor: Actor, ids: number[]): Promise<Outcome> {
  if (actor.kind === 'staff' && !mayAtDesk(actor, 'manage-taxonomy')) return refused({ code: 'denied.role' })
  return await transact(async (tx) => {
    await tx.$executeRaw`
      UPDATE "Category" c SET "position" = x."n"::int FROM unnest(${ids}::int[]) WITH ORDINALITY x ("id", "n") WHERE c."id" = x."id"`
    await recordAudit(tx, actor, { action: 'category.order', subject: 'categories', after: ids })
    await publishTags(tx, [CATEGORIES, ...(await tagsAbove(tx, ids))])
    return { ok: true }
  })
}

/** Not below itself, and not below something that is no category any more. */
async function mayStandBelow(tx: Tx, id: number | null, parentId: number): Promise<boolean> {
  const up = await tx.$queryRaw<{ id: number; mergedIntoId: number | null }[]>`
    WITH RECURSIVE up AS (
      SELECT "id", "parentId", "mergedIntoId" FROM "Category" WHERE "id" = ${parentId}
      UNION SELECT c."id", c."parentId", c."mergedIntoId" FROM "Category" c JOIN up ON c."id" = up."parentId")
    SELECT "id", "mergedIntoId" FROM up`
  return up.length > 0 && up.every((row) => row.id !== id && row.mergedIntoId === null)
}

async function nextPosition(tx: Tx, parentId: number | null): Promise<number> {
  const last = await tx.category.aggregate({ where: { parentId }, _max: { position: true } })
  return (last._max.position ?? 0) + 1
}
