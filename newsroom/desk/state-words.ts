import type { Publication } from '@/newsroom/article'
import type { Workflow } from './review'

export type StateColour = 'draft' | 'waiting' | 'returned' | 'ready' | 'live' | 'withdrawn'

export interface StateWord {
  /** a text of common.json */
  key: `workflow.${Workflow}` | `publication.${Publication}`
  colour: StateColour
}

const OF_WORKFLOW: Record<Workflow, StateColour> = {
  draft: 'draft',
  first_review: 'waiting',
  second_review: 'waiting',
  final_review: 'waiting',
  returned: 'returned',
  ready: 'ready',
}

/**
 * What is said of an article: where readers can see it, and where its draft stands unless that is settled. Two words only
 * where both are news: a live article whose next text is in review.
 */
export function stateWords(workflow: Workflow, publication: Publication): StateWord[] {
  const draft: StateWord = { key: `workflow.${workflow}`, colour: OF_WORKFLOW[workflow] }
  if (publication === 'unpublished') return [draft]
  if (publication === 'withdrawn') return [{ key: 'publication.withdrawn', colour: 'withdrawn' }]
  const seen: StateWord = { key: `publication.${publication}`, colour: publication === 'live' ? 'live' : 'ready' }
  return workflow === 'ready' ? [seen] : [seen, draft]
}
