import { createHmac } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { sessionToken } from './session-cookie'
import { configure } from './test-database'

const SECRET = 'a secret of thirty-two characters'
const signed = (token: string, secret = SECRET) =>
  encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)

beforeAll(async () => {
  await configure({ AUTH_SECRET: SECRET, DATA_DIR: await mkdtemp(join(tmpdir(), 'session-')), SITE_URL: 'http://paper.example' })
})

it.each([
  [`theme=dark; broadsheet.session=${signed('aB3')}; x=y`, 'aB3'],
  [`broadsheet.session=${signed('aB3', 'another secret of the same length')}`, null],
  [`broadsheet.session=${signed('aB3').replace('aB3', 'aB4')}`, null],
  [`notbroadsheet.session=${signed('aB3')}`, null],
  ['broadsheet.session=aB3', null],
  ['broadsheet.session=.', null],
  ['broadsheet.session=%', null],
  ['broadsheet.session=', null],
  ['', null],
  [undefined, null],
])('%s', (cookies, token) => {
  expect(sessionToken(cookies)).toBe(token)
})

it('over TLS only a cookie of this very host counts', async () => {
  await configure({ AUTH_SECRET: SECRET, DATA_DIR: await mkdtemp(join(tmpdir(), 'session-')), SITE_URL: 'https://paper.example' })
  expect(sessionToken(`broadsheet.session=${signed('aB3')}`)).toBe(null)
  expect(sessionToken(`__Host-broadsheet.session=${signed('aB3')}`)).toBe('aB3')
})
