import { Prisma } from '@/generated/prisma/client'
import type { DayArticle } from '@/newsroom/desk/desk-day'
import { type ArticleAction, type ArticleFacts, may } from '@/newsroom/desk/permission'
import { atLeast, type StaffActor } from '@/newsroom/desk/staff'
import { ARTICLES_WITH_FACTS, FACTS } from '@/server/article-facts'
import { db } from '@/server/db'

interface Wanted {
  where: Prisma.Sql
  order: Prisma.Sql
  at: Prisma.Sql
  note?: Prisma.Sql
  action?: Prisma.Sql
  /** joined to `a`, `d` and `filed` */
  join?: Prisma.Sql
  /** readers see them anyway: not cut to the asker's own or their desk */
  everybodys?: boolean
  /** only what the asker may do this with */
  may?: ArticleAction
  most?: number
}

const MOST = 12
const NOTHING = Prisma.sql`NULL::text`
/** Rows are cut to what somebody may see in SQL; the rule itself has the last word, on a few more than are shown. */
const SPARE = 20

/** A few articles for one list of the day view, cut to what the asker may see. */
export async function listDayArticles(actor: StaffActor, wanted: Wanted): Promise<DayArticle[]> {
  const {
    where,
    order,
    at,
    note = NOTHING,
    action = NOTHING,
    join = Prisma.empty,
    may: permitted = 'read',
    most = MOST,
    everybodys,
  } = wanted
  const rows = await db().$queryRaw<(DayArticle & ArticleFacts)[]>`
    SELECT ${FACTS}, a."id", ${at} AS "at", ${note} AS "note", ${action} AS "action",
      coalesce(nullif(d."headline", ''), live."headline", kept."headline", '') AS "headline",
      (SELECT c."name" FROM "Category" c WHERE c."id" = filed."ids"[1]) AS "category",
      (SELECT s."name" FROM "Staff" s WHERE s."id" = a."createdById") AS "writer"
    FROM ${ARTICLES_WITH_FACTS}
    LEFT JOIN "Revision" live ON live."articleId" = a."id" AND live."number" = a."liveRevision"
    LEFT JOIN "Revision" kept ON kept."articleId" = a."id" AND kept."number" = a."draftRevision"
    ${join}
    WHERE ${where} AND a."discardedAt" IS NULL AND ${everybodys ? Prisma.sql`TRUE` : withinSightOf(actor)}
    ORDER BY ${order} LIMIT ${most + SPARE}`
  return rows
    .filter((row) => may(actor, permitted, row))
    .slice(0, most)
    .map(({ id, headline, workflow, publication, category, writer, at, note, action }) => {
      return { id, headline, workflow, publication, category, writer, at, note, action }
    })
}

/** What somebody began or wrote in; NULL for what nobody began here and has no draft. */
export const isOwn = ({ id }: StaffActor) => Prisma.sql`(a."createdById" = ${id} OR ${id} = ANY(d."writerIds"))`

/** Roughly newsroom/desk/permission's `read`, without what readers see anyway: one's own, and for editors what their desk has. */
function withinSightOf(actor: StaffActor): Prisma.Sql {
  if (!atLeast(actor.role, 'editor')) return isOwn(actor)
  if (actor.desk === null || actor.role === 'administrator') return Prisma.sql`TRUE`
  return Prisma.sql`(filed."ids"[1] IS NULL OR filed."ids"[1] = ANY(${[...actor.desk]}) OR ${isOwn(actor)})`
}
