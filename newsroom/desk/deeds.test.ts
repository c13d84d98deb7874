import { expect, it } from 'vitest'
import { deedsOf } from './deeds'
import type { EditorArticle } from './editor-article'

type Standing = Parameters<typeof deedsOf>[0]

const standing: Standing = {
  can: [],
  workflow: 'draft',
  urgentAt: null,
  discarded: false,
  isPublished: false,
  hasReviewers: true,
  schedules: [],
}
const publishing: EditorArticle['schedules'] = [{ action: 'publish', at: '2026-11-25T00:00:00.000Z', fault: null }]

it.each<[string, Partial<Standing>, string]>([
  ['a reporter’s draft', { can: ['edit', 'submit', 'discard'] }, 'submit: discard'],
  ['a chief’s draft', { can: ['edit', 'submit', 'publish-urgent', 'discard'] }, 'submit: publish-urgent discard'],
  [
    'the draft of one who works alone',
    { can: ['edit', 'submit', 'publish-urgent', 'discard'], hasReviewers: false },
    'publish-urgent: submit discard',
  ],
  ['no reviews asked for', { can: ['submit', 'publish', 'publish-urgent'] }, 'publish: submit publish-urgent'],
  ['my turn to review', { can: ['review', 'return', 'recall'] }, 'sign: recall return'],
  ['somebody else’s turn', { can: ['recall'] }, ': recall'],
  ['in review, and urgent', { can: ['recall', 'publish-urgent'] }, ': publish-urgent recall'],
  ['ready', { can: ['publish', 'return'] }, 'publish: return'],
  ['scheduled', { can: ['publish', 'unpublish'], workflow: 'ready', schedules: publishing }, ': unpublish'],
  [
    'scheduled, and it came to nothing',
    { can: ['publish'], workflow: 'ready', schedules: publishing.map((schedule) => ({ ...schedule, fault: '没有发布成' })) },
    'publish: ',
  ],
  [
    'live as it stands',
    { can: ['publish', 'correct', 'unpublish', 'withdraw'], isPublished: true },
    ': correct unpublish withdraw',
  ],
  ['live, with a change of it ready', { can: ['publish', 'correct'] }, 'publish: correct'],
  [
    'live ahead of its reviews',
    { can: ['submit', 'publish-urgent', 'correct'], isPublished: true, urgentAt: '2026-11-24T00:00:00.000Z' },
    'submit: correct',
  ],
  ['changed after it was scheduled', { can: ['submit'], schedules: publishing }, 'submit: '],
  ['withdrawn', { can: ['restore'] }, ': restore'],
  ['discarded', { can: ['discard'], discarded: true }, ': recover'],
])('%s', (_, given, expected) => {
  const { next, others } = deedsOf({ ...standing, ...given })
  expect(`${next ?? ''}: ${others.join(' ')}`).toBe(expected)
})
