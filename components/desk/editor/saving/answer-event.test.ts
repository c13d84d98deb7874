import { expect, it } from 'vitest'
import { EMPTY_DRAFT } from '@/newsroom/desk/draft'
import { eventOfAnswer } from './answer-event'

const savedAt = '2026-11-24T02:00:00.000Z'
const current = { version: 4, content: EMPTY_DRAFT, savedByName: '张三', savedAt, own: false }

it.each<[string, number, unknown, object]>([
  ['saved', 200, { version: 4, savedAt, contentHash: 'x' }, { type: 'saved', version: 4, savedAt }],
  ['signed out', 401, { errors: [{ code: 'signed-out' }] }, { type: 'signed-out' }],
  ['signed out, says a proxy', 401, null, { type: 'signed-out' }],
  ['stale', 409, { errors: [{ code: 'stale' }], current }, { type: 'stale', current }],
  ['taken over', 409, { errors: [{ code: 'taken-over' }], current }, { type: 'taken-over', errors: [{ code: 'taken-over' }] }],
  ['denied', 403, { errors: [{ code: 'denied.state' }] }, { type: 'refused', errors: [{ code: 'denied.state' }] }],
  ['a proxy’s page while the server restarts', 502, null, { type: 'failed', trouble: 'server' }],
  ['a page where an answer should be', 200, null, { type: 'failed', trouble: 'server' }],
  ['too many requests', 429, { errors: [{ code: 'slow' }] }, { type: 'failed', trouble: 'server' }],
  ['an address that a new build lost', 404, null, { type: 'failed', trouble: 'server' }],
  ['a fault of the server', 500, { errors: [{ code: 'unexpected' }] }, { type: 'failed', trouble: 'server' }],
])('%s', (_, status, body, event) => {
  expect(eventOfAnswer(status, body)).toEqual(event)
})
