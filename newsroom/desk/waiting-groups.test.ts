import { expect, it } from 'vitest'
import { waitingGroups } from './waiting-groups'

it('groups what waits by what it waits for, urgent ones first, each group in its own order', () => {
  const articles = [
    { id: 1, urgent: false, workflow: 'final_review' as const },
    { id: 2, urgent: false, workflow: 'first_review' as const },
    { id: 3, urgent: true, workflow: 'final_review' as const },
    { id: 4, urgent: false, workflow: 'ready' as const },
    { id: 5, urgent: false, workflow: 'first_review' as const },
  ]
  expect(waitingGroups(articles).map(({ group, articles: of }) => [group, ...of.map(({ id }) => id)])).toEqual([
    ['urgent', 3],
    ['first', 2, 5],
    ['final', 1],
    ['ready', 4],
  ])
})
