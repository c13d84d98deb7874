import { Prisma } from '@/generated/prisma/client'
import type { ArticleFacts } from '@/newsroom/desk/permission'
import type { Tx } from './db'

/** The columns of ArticleFacts, for a query of many; they need the tables below. */
export const FACTS = Prisma.sql`
  a."publication"::text, a."workflow"::text, a."createdById" AS "ownerId", a."discardedAt" IS NOT NULL AS "discarded",
  coalesce(d."writerIds", '{}') AS "writerIds",
  ARRAY(SELECT s."staffId" FROM "Signature" s
    WHERE s."articleId" = a."id" AND s."round" = a."reviewRound" AND s."voidedAt" IS NULL) AS "signerIds",
  filed."ids" AS "categoryIds",
  coalesce((SELECT c."reviewStages" FROM "Category" c WHERE c."id" = filed."ids"[1]), 3) AS "stages"`

/** Articles as `a`, the draft of each as `d`, and what it is filed under as `filed."ids"`: as the draft has it, its own first. */
export const ARTICLES_WITH_FACTS = Prisma.sql`
  "Article" a
  LEFT JOIN "Draft" d ON d."articleId" = a."id"
  CROSS JOIN LATERAL (SELECT CASE
    WHEN d."articleId" IS NOT NULL THEN ARRAY(SELECT v::int FROM jsonb_array_elements_text(d."content"->'categoryIds') v)
    ELSE ARRAY(SELECT l."categoryId" FROM "ArticleCategory" l WHERE l."articleId" = a."id" ORDER BY l."position")
  END AS "ids") filed`

/** What a rule must know of an article before somebody changes it; the row is held until the transaction ends. Null: no such article. */
export async function holdArticle(tx: Tx, id: string): Promise<ArticleFacts | null> {
  await tx.$queryRaw`SELECT 1 FROM "Article" WHERE "id" = ${id} FOR UPDATE`
  return await readArticleFacts(tx, id)
}

/** The same without holding it: for pages. */
export async function readArticleFacts(tx: Pick<Tx, '$queryRaw'>, id: string): Promise<ArticleFacts | null> {
  const [facts] = await tx.$queryRaw<ArticleFacts[]>`SELECT ${FACTS} FROM ${ARTICLES_WITH_FACTS} WHERE a."id" = ${id}`
  return facts ?? null
}
