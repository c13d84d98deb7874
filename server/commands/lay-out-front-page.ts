import { createHash, randomBytes } from 'node:crypto'
import { FRONT_PAGE } from '@/newsroom/cache-tags'
import type { FrontPageLayout } from '@/newsroom/desk/front-page-layout'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { mayAtDesk } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { publishTags } from '@/server/bus'
import { db } from '@/server/db'
import { recordAudit } from './record-audit'
import { transact } from './transact'

const PREVIEW_MS = 3_600_000
/** Whoever lays out the front page waits for whoever does at the same time. */
const LOCK = 7_041_120

export interface NewLayout {
  layout: FrontPageLayout
  /** the edition it was made from (queries/find-front-page-desk); another one meanwhile refuses it */
  editionId: number
  note?: string
}

/** Puts a layout on the front page; the one before stays in its history. */
export async function layOutFrontPage(actor: StaffActor, given: NewLayout): Promise<Outcome<{ editionId: number }>> {
  if (!mayAtDesk(actor, 'manage-front-page')) return refused({ code: 'denied.role' })
  const { layout, editionId, note } = given
  return await transact(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCK})::text`
    const standing = await tx.frontPage.findFirst({
      where: { publishedAt: { not: null } },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    })
    if ((standing?.id ?? 0) !== editionId) return refused({ code: 'stale' })
    const made = await tx.frontPage.create({
      data: { layout, createdById: actor.id, note: note?.trim() || null, publishedAt: new Date() },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: 'front-page.lay-out',
      subject: 'front-page',
      before: standing?.layout ?? null,
      after: layout,
    })
    await publishTags(tx, [FRONT_PAGE])
    return { ok: true, editionId: made.id }
  })
}

/** An address to look at a layout before anybody else does, for an hour. */
export async function previewFrontPage(actor: StaffActor, layout: FrontPageLayout): Promise<Outcome<{ token: string }>> {
  if (!mayAtDesk(actor, 'manage-front-page')) return refused({ code: 'denied.role' })
  const token = randomBytes(24).toString('base64url')
  await db().$transaction([
    db().frontPage.deleteMany({ where: { publishedAt: null, previewUntil: { lt: new Date() } } }),
    db().frontPage.create({
      data: {
        layout,
        createdById: actor.id,
        previewHash: createHash('sha256').update(token).digest('hex'),
        previewUntil: new Date(Date.now() + PREVIEW_MS),
      },
      select: { id: true },
    }),
  ])
  return { ok: true, token }
}
