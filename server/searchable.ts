import { Prisma } from '@/generated/prisma/client'

/** What of these articles is looked in, as readers have them; those that are not live are left out. */
export const searchableRows = (ids: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT a."id", a."listedAt", a."sourceId", r."headline", r."kicker", r."subhead", r."standfirst", r."plainText" AS "body",
    s."name" AS "source", tags."names" AS "tags", tags."ids" AS "tagIds", people."names" AS "people", people."ids" AS "personIds",
    categories."ids" AS "categoryIds"
  FROM "Article" a
  JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
  LEFT JOIN "Source" s ON s."id" = a."sourceId"
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(t."name" ORDER BY l."position"), '{}') AS "names",
      coalesce(array_agg(t."id" ORDER BY l."position"), '{}') AS "ids"
    FROM "ArticleTag" l JOIN "Tag" t ON t."id" = l."tagId" WHERE l."articleId" = a."id") tags
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(p."name" ORDER BY b."position"), '{}') AS "names",
      coalesce(array_agg(p."id" ORDER BY b."position"), '{}') AS "ids"
    FROM "Byline" b JOIN "Person" p ON p."id" = b."personId"
    WHERE b."articleId" = a."id" AND b."revision" = a."liveRevision") people
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(l."categoryId"), '{}') AS "ids"
    FROM "ArticleCategory" l WHERE l."articleId" = a."id") categories
  WHERE a."id" = ANY(${[...ids]}::text[]) AND a."listedAt" IS NOT NULL`
