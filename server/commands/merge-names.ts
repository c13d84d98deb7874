import { Prisma } from '@/generated/prisma/client'
import { type CacheTag, redirectTag } from '@/newsroom/cache-tags'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { MergeKind } from '@/newsroom/desk/taxonomy'
import { db, type Tx } from '@/server/db'
import type { Actor } from './actor'
import { dropPagesAround } from './drop-pages'
import { markStale } from './index-articles'
import { MERGEABLE, type Mergeable, type MovedRows, NOTHING_MOVED } from './merge-kinds'
import { recordAudit } from './record-audit'

export interface NamesToMerge {
  kind: MergeKind
  /** goes: its address leads to the other one from now on */
  fromId: number
  intoId: number
}

interface Row {
  id: number
  name: string
  slug: string
  mergedIntoId: number | null
}

/** Makes two names one: everything that carried the first carries the second. undoMerge() takes it back. */
export async function mergeNames(actor: Actor, { kind, fromId, intoId }: NamesToMerge): Promise<Outcome<{ mergeId: number }>> {
  if (actor.kind === 'staff' && !mayAtDesk(actor, 'manage-taxonomy')) return refused({ code: 'denied.role' })
  if (fromId === intoId) return refused({ code: 'merge.same' })
  const what = MERGEABLE[kind]
  return await db().$transaction(
    async (tx) => {
      const rows = await holdNames(tx, what, [fromId, intoId])
      const from = rows.find(({ id }) => id === fromId)
      const into = rows.find(({ id }) => id === intoId)
      if (!from || !into) return refused({ code: 'not-found' })
      if (from.mergedIntoId !== null || into.mergedIntoId !== null) return refused({ code: 'merge.done' })
      if (kind === 'category' && (await isBelow(tx, intoId, fromId))) return refused({ code: 'merge.into-child' })
      const address = what.folder && `/${what.folder}/${from.slug}`
      const articles = await what.articlesOf(tx, fromId)
      const moved = await dropPagesAround(
        tx,
        articles,
        tagsOf(what, [fromId, intoId], address),
        async (): Promise<MovedRows> => ({
          ...NOTHING_MOVED,
          ...(await what.move(tx, fromId, intoId)),
          ...(await moveRelations(tx, { what, fromId, intoId, address })),
        }),
      )
      await markStale(tx, articles)
      const { id: mergeId } = await tx.merge.create({
        data: { kind, fromId, intoId, moved, staffId: actor.kind === 'staff' ? actor.id : null },
        select: { id: true },
      })
      await recordAudit(tx, actor, {
        action: `${kind}.merge`,
        subject: `${kind}:${fromId}`,
        label: from.name,
        before: { name: from.name, slug: from.slug },
        after: { into: into.name, slug: into.slug, mergeId },
      })
      return { ok: true, mergeId }
    },
    { timeout: 60_000 },
  )
}

export async function holdNames(tx: Tx, { table }: Mergeable, ids: number[]): Promise<Row[]> {
  return await tx.$queryRaw<Row[]>`
    SELECT "id", "name", "slug", "mergedIntoId" FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ANY(${ids}) ORDER BY "id" FOR UPDATE`
}

export const tagsOf = (what: Mergeable, ids: number[], address: string | null): CacheTag[] => [
  ...ids.flatMap((id) => what.tags(id)),
  ...(address === null ? [] : [redirectTag(address), redirectTag(`${address}/`)]),
]

async function isBelow(tx: Tx, id: number, above: number): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE up AS (
      SELECT "id", "parentId" FROM "Category" WHERE "id" = ${id}
      UNION SELECT c."id", c."parentId" FROM "Category" c JOIN up ON c."id" = up."parentId")
    SELECT "id" FROM up WHERE "id" = ${above}`
  return rows.length > 0
}

interface Relations {
  what: Mergeable
  fromId: number
  intoId: number
  address: string | null
}

/** What hangs on the name itself: those merged into it before, its children, desks, old addresses. */
async function moveRelations(tx: Tx, { what, fromId, intoId, address }: Relations): Promise<Partial<MovedRows>> {
  const table = Prisma.raw(`"${what.table}"`)
  const earlier = await tx.$queryRaw<{ id: number }[]>`
    UPDATE ${table} SET "mergedIntoId" = ${intoId} WHERE "mergedIntoId" = ${fromId} RETURNING "id"`
  await tx.$executeRaw`UPDATE ${table} SET "mergedIntoId" = ${intoId} WHERE "id" = ${fromId}`
  const moved: Partial<MovedRows> = { earlier: earlier.map(({ id }) => id) }
  if (what.table === 'Category') {
    const children = await tx.$queryRaw<{ id: number }[]>`
      UPDATE "Category" SET "parentId" = ${intoId} WHERE "parentId" = ${fromId} RETURNING "id"`
    moved.children = children.map(({ id }) => id)
    await tx.$executeRaw`
      INSERT INTO "StaffDesk" ("staffId", "categoryId") SELECT "staffId", ${intoId} FROM "StaffDesk" WHERE "categoryId" = ${fromId}
      ON CONFLICT DO NOTHING`
  }
  if (what.table === 'Tag') await tx.$executeRaw`UPDATE "TagSynonym" SET "tagId" = ${intoId} WHERE "tagId" = ${fromId}`
  if (what.redirectColumn && address) {
    const column = Prisma.raw(`"${what.redirectColumn}"`)
    const redirects = await tx.$queryRaw<{ path: string }[]>`
      UPDATE "Redirect" SET ${column} = ${intoId} WHERE ${column} = ${fromId} RETURNING "path"`
    moved.redirects = redirects.map(({ path }) => path)
    // Where a tag of that address was deleted once, there is an address again.
    await tx.$executeRaw`
      INSERT INTO "Redirect" AS r ("path", ${column}) VALUES (${address}, ${intoId}) ON CONFLICT ("path") DO UPDATE
      SET ${column} = ${intoId} WHERE num_nonnulls(r."articleId", r."categoryId", r."tagId", r."sourceId", r."mediaId") = 0`
  }
  return moved
}
