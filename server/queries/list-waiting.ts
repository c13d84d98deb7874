import type { DeskArticleRow } from '@/newsroom/desk/article-list'
import type { StaffActor } from '@/newsroom/desk/staff'
import { listDeskArticles } from './list-desk-articles'

export interface WaitingList {
  articles: DeskArticleRow[]
  /** how many there are in all */
  count: number
}

/** So many are shown: whoever has more begins with these. */
const MOST = 200

/** What somebody is to review or publish, the one that waits longest first. */
export async function listWaiting(actor: StaffActor): Promise<WaitingList> {
  const { items, count } = await listDeskArticles(actor, { waiting: '1', sort: 'waiting' }, { size: MOST })
  return { articles: items, count: count.n }
}
