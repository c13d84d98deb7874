import { Prisma } from '@/generated/prisma/client'
import { calendarDay, nextPeriod, startOfDay } from '@/newsroom/calendar'
import type { DeskDay } from '@/newsroom/desk/desk-day'
import { atLeast, type StaffActor } from '@/newsroom/desk/staff'
import { config } from '@/server/config'
import { isOwn, listDayArticles } from './desk-articles'
import { listLate, listScheduled } from './desk-schedules'
import { findLastImport } from './last-import'
import { listMostRead } from './most-read'

/** The day of whoever asks. */
export async function findDeskDay(actor: StaffActor, now = new Date()): Promise<DeskDay> {
  const { SITE_TIMEZONE } = config()
  const today = calendarDay(now, SITE_TIMEZONE)
  const [begins, ends] = [startOfDay(today, SITE_TIMEZONE), startOfDay(nextPeriod(today), SITE_TIMEZONE)]
  const list = (wanted: Parameters<typeof listDayArticles>[1]) => listDayArticles(actor, wanted)
  const [toReview, toPublish, returned, drafts, scheduled, late, planned, urgent, published, mostRead, lastImport] =
    await Promise.all([
      list({
        where: Prisma.sql`a."workflow" IN (${stagesFor(actor)})
        AND ${isOwn(actor)} IS NOT TRUE AND NOT EXISTS (SELECT 1 FROM "Signature" s WHERE s."articleId" = a."id"
          AND s."round" = a."reviewRound" AND s."staffId" = ${actor.id} AND s."voidedAt" IS NULL)`,
        order: WAITING_ORDER,
        at: Prisma.sql`a."waitingSince"`,
        may: 'review',
        most: COUNTED,
      }),
      list({
        where: Prisma.sql`a."workflow" = 'ready' AND a."waitingSince" IS NOT NULL AND a."publication" <> 'scheduled'
          AND ${publishableBy(actor)}`,
        order: WAITING_ORDER,
        at: Prisma.sql`a."waitingSince"`,
        may: 'publish',
        most: COUNTED,
      }),
      list({
        where: Prisma.sql`a."workflow" = 'returned' AND ${isOwn(actor)}`,
        order: TOUCHED_ORDER,
        at: Prisma.sql`a."touchedAt"`,
        note: Prisma.sql`a."returnReason"`,
      }),
      list({
        where: Prisma.sql`a."workflow" = 'draft' AND d."articleId" IS NOT NULL AND ${isOwn(actor)}`,
        order: TOUCHED_ORDER,
        at: Prisma.sql`a."touchedAt"`,
        most: 8,
      }),
      listScheduled(actor, { now, until: ends }),
      listLate(actor, now),
      list({
        where: Prisma.sql`a."plannedFor" = ${today}::date AND a."publication" <> 'live'`,
        order: TOUCHED_ORDER,
        at: Prisma.sql`NULL::timestamptz`,
      }),
      list({
        where: Prisma.sql`a."urgentAt" IS NOT NULL AND a."publication" = 'live'`,
        order: Prisma.sql`a."urgentAt", a."id"`,
        at: Prisma.sql`a."urgentAt"`,
      }),
      list({
        where: Prisma.sql`a."listedAt" >= ${begins} AND a."listedAt" <= ${now}`,
        order: Prisma.sql`a."listedAt" DESC, a."id" DESC`,
        at: Prisma.sql`a."listedAt"`,
        most: 8,
      }),
      listMostRead(now),
      findLastImport(actor),
    ])
  const waiting = [...toReview, ...toPublish].sort((one, other) => Number(one.at) - Number(other.at))
  return { today, waiting, returned, drafts, scheduled, late, planned, urgent, published, mostRead, lastImport }
}

/** What waits is counted further than it is shown. */
const COUNTED = 99

const WAITING_ORDER = Prisma.sql`a."waitingSince", a."id"`
const TOUCHED_ORDER = Prisma.sql`a."touchedAt" DESC, a."id" DESC`

/** As newsroom/desk/permission has it: 终审 is a chief's, and so is publishing, but for what needs no review. */
const isChief = ({ role }: StaffActor) => atLeast(role, 'chief')
const stagesFor = (actor: StaffActor) =>
  isChief(actor) ? Prisma.sql`'first_review', 'second_review', 'final_review'` : Prisma.sql`'first_review', 'second_review'`
const publishableBy = (actor: StaffActor) =>
  isChief(actor) ? Prisma.sql`TRUE` : Prisma.sql`(SELECT c."reviewStages" FROM "Category" c WHERE c."id" = filed."ids"[1]) = 0`
