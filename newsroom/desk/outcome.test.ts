import { expect, it } from 'vitest'
import { refusalStatus } from './outcome'

it.each<[number | null, string[]]>([
  [401, ['signed-out']],
  [403, ['origin']],
  [403, ['denied.role']],
  [403, ['publish.unsigned', 'denied.own-text']],
  [null, ['denied.state']],
  [null, ['not-found', 'stale']],
  [null, []],
])('%s for %j', (status, codes) => {
  expect(refusalStatus(codes.map((code) => ({ code })))).toBe(status)
})
