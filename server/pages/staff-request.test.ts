import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { isOfStaff } from './staff-request'

it.each([
  ['__Host-broadsheet.session=a.b', true],
  ['theme=dark; broadsheet.session=a', true],
  ['notbroadsheet.session=a', false],
  ['broadsheet.device=a', false],
  [undefined, false],
])('%s', (cookie, expected) => {
  expect(isOfStaff({ headers: { cookie } } as IncomingMessage)).toBe(expected)
})
