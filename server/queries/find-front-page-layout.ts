import { FRONT_PAGE } from '@/newsroom/cache-tags'
import { EMPTY_LAYOUT, type FrontPageLayout, frontPageLayout, layoutAt } from '@/newsroom/desk/front-page-layout'
import { siteTime } from '@/server/clock'
import { readDb } from '@/server/db'
import { reads, until } from '@/server/render-scope'

/** What is chosen for the front page at this moment; empty while nobody has chosen anything. */
export async function findFrontPageLayout(): Promise<FrontPageLayout> {
  reads(FRONT_PAGE)
  const row = await readDb().frontPage.findFirst({
    where: { publishedAt: { not: null } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    select: { layout: true },
  })
  const stored = frontPageLayout.safeParse(row?.layout ?? EMPTY_LAYOUT)
  const now = layoutAt(stored.success ? stored.data : EMPTY_LAYOUT, siteTime())
  if (now.until) until(now.until)
  return now.layout
}
