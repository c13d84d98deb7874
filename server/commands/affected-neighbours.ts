import type { Tx } from '@/server/db'

/** Where an article stands, stood, or comes to stand in the lists. */
export interface ListPlace {
  articleId: string
  listedAt: Date
  categoryIds: number[]
  tagIds: number[]
}

/** An article's page shows at most this many older ones of a list: the previous one and five related. */
const OLDER_SHOWN = 6

/**
 * The articles whose previous, next or related ones may change when something enters, leaves or moves at these places
 * (queries/list-neighbours): the six next newer ones of each list, and the one next older. Asked after the change.
 */
export async function affectedNeighbours(tx: Tx, places: ListPlace[]): Promise<string[]> {
  const spots = (idsOf: (place: ListPlace) => number[]) =>
    JSON.stringify(places.flatMap((place) => idsOf(place).map((list) => ({ list, at: place.listedAt, id: place.articleId }))))
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT n."id" FROM json_to_recordset(${spots((place) => place.categoryIds)}::json) AS p("list" int, "at" timestamptz, "id" text),
    LATERAL (
      (SELECT l."articleId" AS "id" FROM "ArticleCategory" l
       WHERE l."categoryId" = p."list" AND (l."listedAt", l."articleId") > (p."at", p."id")
       ORDER BY l."listedAt", l."articleId" LIMIT ${OLDER_SHOWN})
      UNION ALL
      (SELECT l."articleId" FROM "ArticleCategory" l
       WHERE l."categoryId" = p."list" AND (l."listedAt", l."articleId") < (p."at", p."id")
       ORDER BY l."listedAt" DESC, l."articleId" DESC LIMIT 1)
    ) n
    UNION
    SELECT n."id" FROM json_to_recordset(${spots((place) => place.tagIds)}::json) AS p("list" int, "at" timestamptz, "id" text),
    LATERAL (
      SELECT l."articleId" AS "id" FROM "ArticleTag" l
      WHERE l."tagId" = p."list" AND (l."listedAt", l."articleId") > (p."at", p."id")
      ORDER BY l."listedAt", l."articleId" LIMIT ${OLDER_SHOWN}
    ) n`
  return rows.map(({ id }) => id)
}
