import type { Tx } from '@/server/db'
import type { NameIds } from './ensure-names'
import { jsonRows } from './json-rows'
import type { Change } from './plan-change'

/** Categories and tags of new articles, and of those whose labels are others now. */
export async function writeLabels(tx: Tx, changes: Change[]): Promise<void> {
  const relabelled = changes.filter(({ held, categoryIds, tagIds }) => !held || differs(held, { categoryIds, tagIds }))
  const old = relabelled.filter(({ held }) => held).map(({ id }) => id)
  if (old.length > 0) {
    await tx.$executeRaw`DELETE FROM "ArticleCategory" WHERE "articleId" = ANY(${old})`
    await tx.$executeRaw`DELETE FROM "ArticleTag" WHERE "articleId" = ANY(${old})`
  }
  const rows = (idsOf: (change: Change) => number[]) =>
    relabelled.flatMap((change) => idsOf(change).map((label, position) => ({ id: change.id, label, position })))
  const categories = rows(({ categoryIds }) => categoryIds)
  const tags = rows(({ tagIds }) => tagIds)
  if (categories.length > 0) {
    await tx.$executeRaw`
      INSERT INTO "ArticleCategory" ("articleId", "categoryId", "position") SELECT x."id", x."label", x."position"
      FROM json_to_recordset(${jsonRows(categories)}::json) AS x("id" text, "label" int, "position" int)`
  }
  if (tags.length > 0) {
    await tx.$executeRaw`
      INSERT INTO "ArticleTag" ("articleId", "tagId", "position") SELECT x."id", x."label", x."position"
      FROM json_to_recordset(${jsonRows(tags)}::json) AS x("id" text, "label" int, "position" int)`
  }
}

/** The bylines of new revisions. */
export async function writeBylines(tx: Tx, changes: Change[], people: NameIds): Promise<void> {
  const rows = changes.flatMap(({ id, revision, post }) =>
    revision === null
      ? []
      : post.bylines.map(({ name, role }, position) => ({ id, revision, position, role, person: people.get(name) })),
  )
  if (rows.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "Byline" ("articleId", "revision", "position", "personId", "role")
    SELECT x."id", x."revision", x."position", x."person", x."role"::"BylineRole"
    FROM json_to_recordset(${jsonRows(rows)}::json) AS x("id" text, "revision" int, "position" int, "person" int, "role" text)`
}

interface Labels {
  categoryIds: number[]
  tagIds: number[]
}
const differs = (one: Labels, other: Labels) =>
  one.categoryIds.join() !== other.categoryIds.join() || one.tagIds.join() !== other.tagIds.join()
