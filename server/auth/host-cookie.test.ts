import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { OPERATOR } from '@/server/commands/actor'
import { addStaff } from '@/server/commands/add-staff'
import { fromOwnOrigin, staffOf } from '@/server/session'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { signIn } from './sign-in'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ SITE_URL: 'https://ribao.example' })
})
afterAll(async () => await database.drop())

it('over https the cookie belongs to this very host, and only a cookie of that name counts', async () => {
  const who = { email: 'lin@x.cn', password: 'four bridges at dusk' }
  await addStaff(OPERATOR, { ...who, name: '林文', role: 'editor', categoryIds: [] })
  const outcome = await signIn(new Headers(), who)
  const [cookie = ''] = outcome.ok ? outcome.setCookies.filter((line) => line.includes('.session=')) : []
  expect(cookie).toMatch(/^__Host-broadsheet\.session=/)
  expect(cookie).toMatch(/; Secure/i)
  expect(cookie).toMatch(/; Path=\/(;|$)/i)
  expect(cookie).not.toMatch(/Domain/i)
  const [pair = ''] = cookie.split(';')
  expect(await staffOf(new Headers({ cookie: pair }))).not.toBeNull()
  expect(await staffOf(new Headers({ cookie: pair.replace('__Host-', '') }))).toBeNull()
})

it('the site is the only origin that counts', () => {
  expect(fromOwnOrigin(new Headers({ origin: 'https://ribao.example' }))).toBe(true)
  expect(fromOwnOrigin(new Headers({ origin: 'http://localhost:3000', host: 'localhost:3000' }))).toBe(false)
})

it('the secret that signs cookies is kept for this system’s user only', () => {
  expect(statSync(join(database.dataDir, 'auth-secret')).mode & 0o777).toBe(0o600)
})
