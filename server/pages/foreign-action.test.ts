import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { isForeignAction } from './foreign-action'

const action = { host: 'news.example', 'next-action': '40ab' }
const form = { host: 'news.example', 'content-type': 'multipart/form-data; boundary=x' }

it.each([
  [{ ...action, origin: 'https://evil.example' }, true],
  [{ ...form, origin: 'https://evil.example' }, true],
  [{ ...form, origin: 'null' }, true],
  [{ ...action, origin: 'http://[' }, true],
  [{ ...action, origin: 'https://news.example' }, false],
  [{ ...action, origin: 'https://paper.example', 'x-forwarded-host': 'paper.example, news.example' }, false],
  [action, false],
  [{ host: 'news.example', 'content-type': 'application/json', origin: 'https://evil.example' }, false],
])('%o', (headers, expected) => {
  expect(isForeignAction({ method: 'POST', headers } as unknown as IncomingMessage)).toBe(expected)
  expect(isForeignAction({ method: 'GET', headers } as unknown as IncomingMessage)).toBe(false)
})
