import type { DeskArticleRow } from './article-list'
import { type ReviewStage, stageOf } from './review'

/** 快讯 first, then the stages in their order, then what may go out. */
export const WAITING_GROUPS = ['urgent', 'first', 'second', 'final', 'ready'] as const
export type WaitingGroup = (typeof WAITING_GROUPS)[number]

type Waiting = Pick<DeskArticleRow, 'urgent' | 'workflow'>

function groupOf({ urgent, workflow }: Waiting): ReviewStage | 'urgent' | 'ready' {
  const stage = stageOf(workflow)
  return stage === null ? 'ready' : urgent ? 'urgent' : stage
}

/** What waits, by what it waits for; groups that have nothing are left out, within one the order stays. */
export function waitingGroups<Article extends Waiting>(
  articles: readonly Article[],
): { group: WaitingGroup; articles: Article[] }[] {
  return WAITING_GROUPS.flatMap((group) => {
    const of = articles.filter((article) => groupOf(article) === group)
    return of.length > 0 ? [{ group, articles: of }] : []
  })
}
