import { COUNT_LASTS_MS, type ReadCount } from '@/newsroom/read-counts'
import { siteTime } from '@/server/clock'
import { readDb } from '@/server/db'
import { until } from '@/server/render-scope'
import { findSiteSetting } from './find-site-setting'

/**
 * How often an article was read, where an administrator lets readers know; else null. No reading drops a page: one that tells the
 * count ends by itself ten minutes later.
 */
export async function findReadCount(articleId: string): Promise<ReadCount | null> {
  if (!(await findSiteSetting('readCounts')).shown) return null
  const at = siteTime()
  const { _sum } = await readDb().articleReads.aggregate({ where: { articleId }, _sum: { count: true } })
  until(new Date(at.getTime() + COUNT_LASTS_MS))
  return { count: _sum.count ?? 0, at }
}
