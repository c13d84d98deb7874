import { createHash } from 'node:crypto'
import { type FrontPageLayout, frontPageLayout, layoutAt } from '@/newsroom/desk/front-page-layout'
import { db } from '@/server/db'

/** A layout to be looked at by whoever has its address; null: none, or not any more. */
export async function findFrontPagePreview(token: string): Promise<FrontPageLayout | null> {
  const row = await db().frontPage.findUnique({
    where: { previewHash: createHash('sha256').update(token).digest('hex'), previewUntil: { gt: new Date() } },
    select: { layout: true },
  })
  const stored = frontPageLayout.safeParse(row?.layout)
  return stored.success ? layoutAt(stored.data, new Date()).layout : null
}
