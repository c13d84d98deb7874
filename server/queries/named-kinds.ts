import { Prisma } from '@/generated/prisma/client'
import { MOST_SUGGESTIONS } from '@/newsroom/desk/suggestion'
import { db } from '@/server/db'

export type NamedKind = 'tags' | 'people' | 'sources'

interface Named {
  table: Prisma.Sql
  /** one row a use of the name `c` */
  uses: Prisma.Sql
  /** the names of the articles `a`, in a column `id` */
  ofArticles: Prisma.Sql
}

/** How the three kinds of names differ. */
export const NAMED: Record<NamedKind, Named> = {
  tags: {
    table: Prisma.sql`"Tag"`,
    uses: Prisma.sql`SELECT 1 FROM "ArticleTag" u WHERE u."tagId" = c."id"`,
    ofArticles: Prisma.sql`SELECT u."tagId" AS "id" FROM "ArticleTag" u WHERE u."articleId" = a."id"`,
  },
  people: {
    table: Prisma.sql`"Person"`,
    uses: Prisma.sql`SELECT 1 FROM "Byline" u WHERE u."personId" = c."id"`,
    ofArticles: Prisma.sql`SELECT u."personId" AS "id" FROM "Byline" u
      WHERE u."articleId" = a."id" AND u."revision" = coalesce(a."draftRevision", a."liveRevision")`,
  },
  sources: {
    table: Prisma.sql`"Source"`,
    uses: Prisma.sql`SELECT 1 FROM "Article" u WHERE u."sourceId" = c."id"`,
    ofArticles: Prisma.sql`SELECT a."sourceId" AS "id"`,
  },
}

const LATEST = 300

/** What the articles last worked on have, most of them first. */
export async function lately(kind: NamedKind): Promise<{ id: number; name: string; uses: number }[]> {
  const { table, ofArticles, uses } = NAMED[kind]
  return await db().$queryRaw`
    WITH used AS (
      SELECT named."id", count(*) AS "times"
      FROM (SELECT * FROM "Article" ORDER BY "touchedAt" DESC, "id" DESC LIMIT ${LATEST}) a
      CROSS JOIN LATERAL (${ofArticles}) named GROUP BY 1)
    SELECT c."id", c."name", (SELECT count(*)::int FROM (${uses} LIMIT 100) counted) AS "uses"
    FROM used JOIN ${table} c ON c."id" = used."id" AND c."mergedIntoId" IS NULL
    ORDER BY used."times" DESC, c."id" LIMIT ${MOST_SUGGESTIONS}`
}
