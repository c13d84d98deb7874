import type { Publication } from '@/newsroom/article'
import type { Workflow } from './review'

/** An article as a line of the day view. */
export interface DayArticle {
  id: string
  /** "": nobody wrote one yet */
  headline: string
  workflow: Workflow
  publication: Publication
  category: string | null
  /** whoever began it; null: an import */
  writer: string | null
  /** the moment this list is about: waiting since, to be published at, last touched … */
  at: Date | null
  /** why it was returned, or why what was to happen could not be done */
  note: string | null
  /** what is to happen to it, in a list of that */
  action: 'publish' | 'change' | 'unpublish' | null
}

export interface MostRead {
  id: string
  headline: string
  /** its public address */
  path: string
  count: number
}

export interface LastImport {
  archive: string
  startedAt: Date
  /** null: under way, or cut off */
  finishedAt: Date | null
  counts: Partial<Record<'read' | 'created' | 'changed' | 'unchanged' | 'duplicate' | 'rescued' | 'refused', number>>
}

/** What somebody needs to know when they sit down: each list short, the most pressing first. */
export interface DeskDay {
  /** `2026-11-24`, in the newsroom's zone */
  today: string
  /** to be reviewed or published by the asker, oldest first */
  waiting: DayArticle[]
  returned: DayArticle[]
  drafts: DayArticle[]
  /** until midnight, the next first */
  scheduled: DayArticle[]
  /** what should have happened and did not */
  late: DayArticle[]
  planned: DayArticle[]
  /** 快讯: live before its reviews were complete */
  urgent: DayArticle[]
  published: DayArticle[]
  mostRead: MostRead[]
  /** null: nothing was ever imported, or it is not the asker's concern */
  lastImport: LastImport | null
}

/** Whether nothing has begun: nobody wrote, nothing waits, nothing came out today. */
export const isFirstDay = ({ waiting, returned, drafts, scheduled, late, planned, urgent, published }: DeskDay): boolean =>
  [waiting, returned, drafts, scheduled, late, planned, urgent, published].every((list) => list.length === 0)
