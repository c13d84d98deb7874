import { Prisma } from '@/generated/prisma/client'
import type { DayArticle } from '@/newsroom/desk/desk-day'
import type { StaffActor } from '@/newsroom/desk/staff'
import { listDayArticles } from './desk-articles'

/** A minute after its time a job is late. */
const LATE_MS = 60_000

/** What will happen until `until`, the next first. */
export async function listScheduled(actor: StaffActor, { now, until }: { now: Date; until: Date }): Promise<DayArticle[]> {
  const from = new Date(now.getTime() - LATE_MS)
  return await listJobs(actor, Prisma.sql`job."at" >= ${from} AND job."at" < ${until} AND job."fault" IS NULL`)
}

/** What should have happened and did not, or could not: the longest due first. */
export async function listLate(actor: StaffActor, now: Date): Promise<DayArticle[]> {
  return await listJobs(actor, Prisma.sql`(job."at" < ${new Date(now.getTime() - LATE_MS)} OR job."fault" IS NOT NULL)`)
}

async function listJobs(actor: StaffActor, where: Prisma.Sql): Promise<DayArticle[]> {
  return await listDayArticles(actor, {
    join: JOBS,
    where,
    order: Prisma.sql`job."at", a."id"`,
    at: Prisma.sql`job."at"`,
    note: Prisma.sql`job."fault"`,
    action: Prisma.sql`job."action"::text`,
  })
}

/** Waiting schedules, and the articles an import scheduled, which have none: a clock alone publishes them. */
const JOBS = Prisma.sql`JOIN (
    SELECT "articleId", "action", "at", "fault" FROM "Schedule" WHERE "doneAt" IS NULL AND "canceledAt" IS NULL
    UNION ALL
    SELECT i."id", 'publish'::"ScheduledAction", i."publishedAt", NULL FROM "Article" i
    WHERE i."publication" = 'scheduled' AND NOT EXISTS (
      SELECT 1 FROM "Schedule" s WHERE s."articleId" = i."id" AND s."action" = 'publish' AND s."doneAt" IS NULL AND s."canceledAt" IS NULL)
  ) job ON job."articleId" = a."id"`
