import type { DraftContent } from '@/newsroom/desk/draft'
import type { DraftLabels } from '@/newsroom/desk/draft-for-editor'
import { pickedMedia } from '@/newsroom/desk/picked-media'
import { db } from '@/server/db'

/** What the ids of a draft are called. */
export async function findDraftLabels(content: DraftContent): Promise<DraftLabels> {
  const { bylines, categoryIds, tagIds, sourceId, leadMediaId } = content
  const named = { select: { id: true, name: true } } as const
  const [people, categories, tags, source, media] = await Promise.all([
    db().person.findMany({ where: { id: { in: bylines.map(({ personId }) => personId) } }, ...named }),
    findPaths(categoryIds),
    db().tag.findMany({ where: { id: { in: tagIds } }, ...named }),
    sourceId === null ? null : db().source.findUnique({ where: { id: sourceId }, ...named }),
    leadMediaId === null ? null : db().media.findUnique({ where: { id: leadMediaId } }),
  ])
  return {
    people,
    categories: inOrder(categories, categoryIds),
    tags: inOrder(tags, tagIds),
    source,
    leadMedia: media && pickedMedia(media),
  }
}

const inOrder = <Row extends { id: number }>(rows: Row[], ids: number[]): Row[] =>
  ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])

/** Categories with the names of all above them. */
async function findPaths(ids: number[]): Promise<DraftLabels['categories']> {
  if (ids.length === 0) return []
  return await db().$queryRaw<DraftLabels['categories']>`
    WITH RECURSIVE up AS (
      SELECT "id", "name", "parentId", ARRAY["name"] AS "path" FROM "Category" WHERE "id" = ANY(${ids})
      UNION ALL SELECT up."id", up."name", c."parentId", c."name" || up."path" FROM up JOIN "Category" c ON c."id" = up."parentId"
      WHERE cardinality(up."path") < 20)
    SELECT DISTINCT ON ("id") "id", "name", "path" FROM up ORDER BY "id", cardinality("path") DESC`
}
