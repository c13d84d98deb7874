import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { OPERATOR } from '@/server/commands/actor'
import { addStaff } from '@/server/commands/add-staff'
import { disableStaff } from '@/server/commands/disable-staff'
import { db } from '@/server/db'
import { tokenHash } from '@/server/link-token'
import { staffOf } from '@/server/session'
import { ABSOLUTE_MS, IDLE_MS } from '@/server/session-limits'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { auth } from './auth'
import { beginSession, signIn, signOut } from './sign-in'

/** What each reckoning with a password costs, as its hash says: so much work is done for whoever asks. */
const argon = vi.hoisted(() => ({ reckoned: [] as string[] }))
vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof import('@node-rs/argon2')>()
  const note = (hash: string) => argon.reckoned.push(/\$(m=[^$]+)\$/.exec(hash)?.[1] ?? hash)
  return {
    ...real,
    hash: async (...asked: Parameters<typeof real.hash>) => {
      const made = await real.hash(...asked)
      note(made)
      return made
    },
    verify: async (...asked: Parameters<typeof real.verify>) => {
      note(String(asked[0]))
      return await real.verify(...asked)
    },
  }
})

const EMAIL = 'lin.wen@ribao.example'
const PASSWORD = 'four bridges at dusk'
const AUTH_SECRET = 'the same on every server of a paper, as it must be'
let database: TestDatabase
let staffId: string

beforeAll(async () => {
  database = await createTestDatabase({ AUTH_SECRET })
  const added = await addStaff(OPERATOR, { email: EMAIL, name: '林文', role: 'editor', categoryIds: [], password: PASSWORD })
  if (!added.ok) throw new Error(JSON.stringify(added))
  staffId = added.staffId
})
afterAll(async () => await database.drop())
beforeEach(async () => {
  await db().attempt.deleteMany()
  await db().session.deleteMany()
  await db().staff.updateMany({ data: { disabledAt: null } })
})
afterEach(() => vi.useRealTimers())

const ask = (email: string, password: string, headers: Record<string, string> = {}) =>
  auth().handler(
    new Request('http://localhost:3000/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost:3000', ...headers },
      body: JSON.stringify({ email, password }),
    }),
  )

const cookieHeader = (setCookies: readonly string[]) =>
  new Headers({ cookie: setCookies.map((cookie) => cookie.split(';')[0]).join('; '), 'user-agent': 'Test' })

async function signedIn(): Promise<Headers> {
  const outcome = await signIn(new Headers(), { email: EMAIL, password: PASSWORD })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return cookieHeader(outcome.setCookies)
}

it('who signs in on one server is known to every other, and signed out there is signed out everywhere', async () => {
  const headers = await signedIn()
  const script = `const { staffOf } = await import('./server/session')
    const { signOut } = await import('./server/auth/sign-in')
    const headers = new Headers({ cookie: ${JSON.stringify(headers.get('cookie'))} })
    console.log(JSON.stringify(await staffOf(headers)))
    await signOut(headers)
    process.exit()`
  // It shares the database and the settings, and no folder.
  const own = { DATABASE_URL: database.url, DATA_DIR: join(database.dataDir, 'elsewhere'), AUTH_SECRET, LOG_LEVEL: 'silent' }
  const run = ['--import', 'tsx', '--input-type=module', '-e', script]
  const { stdout } = await promisify(execFile)(process.execPath, run, { env: { ...process.env, ...own } })
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'staff', id: staffId })
  expect(await staffOf(headers)).toBeNull()
})

describe('signing in', () => {
  it('over HTTP gives a cookie that says who asks; the database knows only its hash', async () => {
    const answer = await ask(EMAIL.toUpperCase(), PASSWORD)
    expect(answer.status).toBe(200)
    const [cookie = ''] = answer.headers.getSetCookie().filter((line) => line.startsWith('broadsheet.session='))
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).toContain(`Max-Age=${ABSOLUTE_MS / 1000}`)
    const token = cookie.slice('broadsheet.session='.length).split('.')[0] ?? ''
    expect(token).toHaveLength(32)
    const [session] = await db().session.findMany()
    expect(session?.token).toBe(tokenHash(token))
    expect(await staffOf(cookieHeader([cookie]))).toMatchObject({
      kind: 'staff',
      id: staffId,
      name: '林文',
      role: 'editor',
      desk: null,
    })
  })

  it('gives a new token every time', async () => {
    await signedIn()
    await signedIn()
    const rows = await db().session.findMany()
    expect(new Set(rows.map(({ token }) => token)).size).toBe(2)
  })

  it('takes over no token that somebody laid in the browser before', async () => {
    const laid = await signedIn()
    const [before] = await db().session.findMany()
    const outcome = await signIn(laid, { email: EMAIL, password: PASSWORD })
    const cookies = outcome.ok ? cookieHeader(outcome.setCookies).get('cookie') : ''
    expect(cookies).toContain('broadsheet.session=')
    expect(cookies).not.toContain((laid.get('cookie') ?? '').split('=')[1])
    const rows = await db().session.findMany()
    expect(new Set(rows.map(({ token }) => token)).size).toBe(rows.length)
    expect(rows.filter(({ id }) => id !== before?.id)).toHaveLength(1)
  })

  it('is recorded', async () => {
    await signedIn()
    const entry = await db().auditEntry.findFirstOrThrow({ where: { action: 'staff.sign-in' }, orderBy: { id: 'desc' } })
    expect(entry).toMatchObject({ actorId: staffId, actorName: '林文' })
  })

  it('fails alike for a wrong password, an unknown address and a disabled account', async () => {
    const added = await addStaff(OPERATOR, {
      email: 'gone@x.cn',
      name: '旧人',
      role: 'reporter',
      categoryIds: [],
      password: PASSWORD,
    })
    if (added.ok) await disableStaff(OPERATOR, { staffId: added.staffId })
    const answers = await Promise.all([ask(EMAIL, 'not the password'), ask('nobody@x.cn', PASSWORD), ask('gone@x.cn', PASSWORD)])
    const told = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]))
    expect(told[0]?.[0]).toBe(401)
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toEqual(told[0])
    const texts = await Promise.all(
      [EMAIL, 'nobody@x.cn', 'gone@x.cn'].map((email) => signIn(new Headers(), { email, password: 'x'.repeat(12) })),
    )
    for (const text of texts) expect(text).toEqual({ ok: false, errors: [{ code: 'sign-in.wrong-password' }] })
  })

  it('takes as much work for an unknown address, or a disabled account, as for a known one', async () => {
    await addStaff(OPERATOR, { email: 'away@x.cn', name: '离职', role: 'reporter', categoryIds: [], password: PASSWORD })
    await db().staff.updateMany({ where: { email: 'away@x.cn' }, data: { disabledAt: new Date() } })
    const work = []
    for (const email of [EMAIL, 'nobody@x.cn', 'away@x.cn']) {
      argon.reckoned.length = 0
      await ask(email, 'not the password')
      work.push([...argon.reckoned])
    }
    // A password is hashed, or held against a hash of the same cost.
    expect(work).toEqual([['m=19456,t=2,p=1'], ['m=19456,t=2,p=1'], ['m=19456,t=2,p=1']])
  })

  it('counts a burst of a hundred guesses as a hundred, and then refuses the right password too, but not to another account', async () => {
    await addStaff(OPERATOR, { email: 'other@x.cn', name: '旁人', role: 'reporter', categoryIds: [], password: PASSWORD })
    await Promise.all(Array.from({ length: 100 }, () => ask(EMAIL, 'a guess of mine')))
    const counts = await db().attempt.findMany({ where: { key: { startsWith: 'account:' } } })
    expect(counts.map(({ count }) => count)).toEqual([100])
    const locked = await ask(EMAIL, PASSWORD)
    expect(locked.status).toBe(429)
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
    await db().attempt.deleteMany({ where: { key: { startsWith: 'network:' } } })
    expect((await ask('other@x.cn', PASSWORD)).status).toBe(200)
  })

  it('from a device it was used on before is not stopped by strangers guessing', async () => {
    const outcome = await signIn(new Headers(), { email: EMAIL, password: PASSWORD })
    const device = outcome.ok ? outcome.setCookies.filter((cookie) => cookie.startsWith('broadsheet.device=')) : []
    expect(device).toHaveLength(1)
    for (let index = 0; index < 12; index++) await ask(EMAIL, 'a guess of mine')
    await db().attempt.deleteMany({ where: { key: { startsWith: 'network:' } } })
    expect((await ask(EMAIL, PASSWORD)).status).toBe(429)
    expect(await signIn(cookieHeader(device), { email: EMAIL, password: PASSWORD })).toMatchObject({ ok: true })
  })

  it('lets nobody in while nothing can be counted', async () => {
    await db().$executeRaw`ALTER TABLE "Attempt" RENAME TO "Attempt_away"`
    try {
      expect((await ask(EMAIL, PASSWORD)).status).toBe(503)
      await expect(signIn(new Headers(), { email: EMAIL, password: PASSWORD })).rejects.toThrow()
    } finally {
      await db().$executeRaw`ALTER TABLE "Attempt_away" RENAME TO "Attempt"`
    }
    expect(await db().session.count()).toBe(0)
  })

  it('leaves no way to sign up', async () => {
    const answer = await auth().handler(
      new Request('http://localhost:3000/api/auth/sign-up/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
        body: JSON.stringify({ email: 'new@x.cn', password: PASSWORD, name: '新' }),
      }),
    )
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await db().staff.count({ where: { email: 'new@x.cn' } })).toBe(0)
  })
})

describe('a session', () => {
  it('ends when it is signed out', async () => {
    const headers = await signedIn()
    await signOut(headers)
    expect(await staffOf(headers)).toBeNull()
    expect(await db().session.count()).toBe(0)
  })

  it('ends with the account', async () => {
    const headers = await signedIn()
    await db().staff.update({ where: { id: staffId }, data: { disabledAt: new Date() } })
    expect(await staffOf(headers)).toBeNull()
    await expect(beginSession(new Headers(), staffId, 'link')).rejects.toThrow()
  })

  it('ends after twelve hours without a request, and after thirty days in any case', async () => {
    const headers = await signedIn()
    const idle = new Date(Date.now() - IDLE_MS - 1000)
    await db().session.updateMany({ data: { updatedAt: idle } })
    expect(await staffOf(headers)).toBeNull()
    expect(await auth().api.getSession({ headers })).toBeNull()
    await db().session.updateMany({ data: { updatedAt: new Date(), expiresAt: new Date(Date.now() - 1) } })
    expect(await staffOf(headers)).toBeNull()
  })

  it('lives on while it is used', async () => {
    const headers = await signedIn()
    await db().session.updateMany({ data: { updatedAt: new Date(Date.now() - IDLE_MS + 60_000) } })
    expect(await staffOf(headers)).not.toBeNull()
    const { updatedAt } = await db().session.findFirstOrThrow()
    expect(Date.now() - updatedAt.getTime()).toBeLessThan(5_000)
  })

  it('is nobody for a made-up cookie', async () => {
    expect(await staffOf(new Headers({ cookie: 'broadsheet.session=abc.def' }))).toBeNull()
    expect(await staffOf(new Headers({ cookie: 'broadsheet.session=' }))).toBeNull()
    expect(await staffOf(new Headers())).toBeNull()
    await signedIn()
    const { token } = await db().session.findFirstOrThrow()
    expect(await staffOf(new Headers({ cookie: `broadsheet.session=${token}` }))).toBeNull()
  })
})
