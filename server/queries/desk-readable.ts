import { Prisma } from '@/generated/prisma/client'
import { atLeast, type StaffActor } from '@/newsroom/desk/staff'

/** newsroom/desk/permission as conditions on "Article" a, for lists that no rule can be asked row by row. */

/** What it is filed under first: as its draft says, which for unpublished ones stands in the join rows too (trigger). */
const OWN_CATEGORY = Prisma.sql`CASE
  WHEN a."publication" <> 'unpublished' AND EXISTS (SELECT 1 FROM "Draft" d WHERE d."articleId" = a."id")
    THEN (SELECT (d."content"->'categoryIds'->>0)::int FROM "Draft" d WHERE d."articleId" = a."id")
  ELSE (SELECT l."categoryId" FROM "ArticleCategory" l WHERE l."articleId" = a."id" ORDER BY l."position" LIMIT 1) END`

/** What somebody began or wrote in. */
export const ownBy = (staffId: string): Prisma.Sql => Prisma.sql`(a."createdById" = ${staffId}
  OR EXISTS (SELECT 1 FROM "Draft" d WHERE d."articleId" = a."id" AND ${staffId} = ANY(d."writerIds")))`

/** Of the desk somebody has charge of; null: all is. */
function ofDesk({ role, desk }: StaffActor): Prisma.Sql | null {
  if (role === 'administrator' || desk === null) return null
  return Prisma.sql`coalesce((${OWN_CATEGORY}) = ANY(${[...desk]}::int[]), true)`
}

/** `read`; null: everything is. */
export function readableBy(actor: StaffActor): Prisma.Sql | null {
  const own = ownBy(actor.id)
  if (!atLeast(actor.role, 'editor')) return Prisma.sql`(a."publication" = 'live' OR ${own})`
  const desk = ofDesk(actor)
  return desk && Prisma.sql`(a."publication" = 'live' OR ${own} OR ${desk})`
}

/** What somebody is to do something about: review, publish, or mend what was returned to them. */
export function waitsFor(actor: StaffActor): Prisma.Sql {
  const own = ownBy(actor.id)
  const returned = Prisma.sql`(a."workflow" = 'returned' AND ${own})`
  const sound = Prisma.sql`a."discardedAt" IS NULL AND a."publication" <> 'withdrawn'`
  if (!atLeast(actor.role, 'editor')) return Prisma.sql`(${sound} AND ${returned})`
  const desk = ofDesk(actor) ?? Prisma.sql`true`
  const isChief = atLeast(actor.role, 'chief')
  const stages = isChief ? ['first_review', 'second_review', 'final_review'] : ['first_review', 'second_review']
  const review = Prisma.sql`(a."workflow"::text = ANY(${stages}) AND NOT ${own} AND ${desk} AND NOT EXISTS (
    SELECT 1 FROM "Signature" s WHERE s."articleId" = a."id" AND s."round" = a."reviewRound" AND s."staffId" = ${actor.id}
      AND s."voidedAt" IS NULL))`
  const asksNoReview = Prisma.sql`(SELECT c."reviewStages" FROM "Category" c WHERE c."id" = (${OWN_CATEGORY})) = 0`
  const publish = Prisma.sql`(a."workflow" = 'ready' AND a."waitingSince" IS NOT NULL AND a."publication" <> 'scheduled' AND ${desk}
    AND ${isChief ? Prisma.sql`true` : asksNoReview})`
  return Prisma.sql`(${sound} AND (${returned} OR ${review} OR ${publish}))`
}
