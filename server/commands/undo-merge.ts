import { Prisma } from '@/generated/prisma/client'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import { MERGE_KINDS, type MergeKind } from '@/newsroom/desk/taxonomy'
import { db, type Tx } from '@/server/db'
import type { Actor } from './actor'
import { dropPagesAround } from './drop-pages'
import { markStale } from './index-articles'
import { MERGEABLE, type Mergeable, type MovedRows, movedRows } from './merge-kinds'
import { holdNames, tagsOf } from './merge-names'
import { recordAudit } from './record-audit'
import { tagsAbove } from './tags-above'

/** Takes a merge back: what it moved and what has not been filed otherwise since is as it was. */
export async function undoMerge(actor: Actor, mergeId: number): Promise<Outcome> {
  if (actor.kind === 'staff' && !mayAtDesk(actor, 'manage-taxonomy')) return refused({ code: 'denied.role' })
  return await db().$transaction(
    async (tx) => {
      const [merge] = await tx.$queryRaw<{ kind: string; fromId: number; intoId: number; moved: unknown }[]>`
        SELECT "kind", "fromId", "intoId", "moved" FROM "Merge" WHERE "id" = ${mergeId} AND "undoneAt" IS NULL FOR UPDATE`
      const kind = MERGE_KINDS.find((known) => known === merge?.kind)
      if (!merge || !kind) return refused({ code: 'not-found' })
      return await takeBack(tx, actor, { ...merge, kind, moved: movedRows.parse(merge.moved), mergeId })
    },
    { timeout: 60_000 },
  )
}

interface Standing {
  mergeId: number
  kind: MergeKind
  fromId: number
  intoId: number
  moved: MovedRows
}

async function takeBack(tx: Tx, actor: Actor, { mergeId, kind, fromId, intoId, moved }: Standing): Promise<Outcome> {
  const what = MERGEABLE[kind]
  const rows = await holdNames(tx, what, [fromId, intoId])
  const from = rows.find(({ id }) => id === fromId)
  // Merged on since: that merge has to be taken back first.
  if (!from || from.mergedIntoId !== intoId) return refused({ code: 'merge.later' })
  const address = what.folder && `/${what.folder}/${from.slug}`
  const articles = [...moved.labels.map(([id]) => id), ...moved.articles, ...new Set(moved.bylines.map(([id]) => id))]
  const above = kind === 'category' ? await tagsAbove(tx, [fromId]) : []
  await dropPagesAround(tx, articles, [...tagsOf(what, [fromId, intoId], address), ...above], async () => {
    await what.moveBack(tx, fromId, intoId, moved)
    await moveRelationsBack(tx, { what, fromId, intoId, moved, address })
  })
  await markStale(tx, articles)
  await tx.merge.update({ where: { id: mergeId }, data: { undoneAt: new Date() }, select: { id: true } })
  await recordAudit(tx, actor, { action: `${kind}.unmerge`, subject: `${kind}:${fromId}`, label: from.name, after: { mergeId } })
  return { ok: true }
}

async function moveRelationsBack(
  tx: Tx,
  given: { what: Mergeable; fromId: number; intoId: number; moved: MovedRows; address: string | null },
): Promise<void> {
  const { what, fromId, intoId, moved, address } = given
  const table = Prisma.raw(`"${what.table}"`)
  await tx.$executeRaw`
    UPDATE ${table} SET "mergedIntoId" = ${fromId} WHERE "id" = ANY(${moved.earlier}) AND "mergedIntoId" = ${intoId}`
  await tx.$executeRaw`UPDATE ${table} SET "mergedIntoId" = NULL WHERE "id" = ${fromId}`
  if (what.table === 'Category')
    await tx.$executeRaw`UPDATE "Category" SET "parentId" = ${fromId} WHERE "id" = ANY(${moved.children}) AND "parentId" = ${intoId}`
  if (what.redirectColumn && address) {
    const column = Prisma.raw(`"${what.redirectColumn}"`)
    await tx.$executeRaw`UPDATE "Redirect" SET ${column} = ${fromId} WHERE "path" = ANY(${moved.redirects}) AND ${column} = ${intoId}`
    await tx.$executeRaw`DELETE FROM "Redirect" WHERE "path" = ${address} AND ${column} = ${intoId}`
  }
}
