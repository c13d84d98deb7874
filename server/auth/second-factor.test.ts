import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { OPERATOR } from '@/server/commands/actor'
import { addStaff } from '@/server/commands/add-staff'
import { resetSecondFactor } from '@/server/commands/reset-second-factor'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { signedIn, staffOf } from '@/server/session'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { confirmPassword } from './confirm'
import { beginSecondFactor, replaceBackupCodes, turnOffSecondFactor, turnOnSecondFactor } from './second-factor'
import { beginSession, signIn, signInWithCode } from './sign-in'

const EMAIL = 'lin@x.cn'
const PASSWORD = 'four bridges at dusk'
let database: TestDatabase
let actor: StaffActor
let headers: Headers

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => await database.drop())
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Staff", "Verification", "Attempt" CASCADE`
  const added = await addStaff(OPERATOR, { email: EMAIL, name: '林文', role: 'chief', categoryIds: [], password: PASSWORD })
  if (!added.ok) throw new Error(JSON.stringify(added))
  headers = cookies((await beginSession(new Headers(), added.staffId, 'link')).setCookies)
  const found = await staffOf(headers)
  if (!found) throw new Error('nobody')
  actor = found
})

const cookies = (lines: readonly string[]) => new Headers({ cookie: lines.map((line) => line.split(';')[0]).join('; ') })
const bytesOf = (base32: string) => {
  const bits = [...base32]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
/** The code of now, or of so many half minutes later (RFC 6238). */
const codeOf = (key: string, later = 0) => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const digest = createHmac('sha1', bytesOf(key)).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function turnedOn() {
  const begun = await beginSecondFactor(actor, headers, PASSWORD)
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  const on = await turnOnSecondFactor(actor, headers, codeOf(begun.key))
  if (!on.ok) throw new Error(JSON.stringify(on))
  return { ...on, key: begun.key, before: headers }
}
async function halfSignedIn(): Promise<Headers> {
  const outcome = await signIn(new Headers(), { email: EMAIL, password: PASSWORD })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  expect(outcome.needsCode).toBe(true)
  return cookies(outcome.setCookies)
}

describe('the second factor', () => {
  it('is set up with the password and a code, and gives the session a new token', async () => {
    expect(await beginSecondFactor(actor, headers, 'not the password')).toMatchObject({ errors: [{ code: 'password.wrong' }] })
    const { backupCodes, setCookies, before } = await turnedOn()
    expect(backupCodes).toHaveLength(10)
    expect(await staffOf(before)).toBeNull()
    expect(await staffOf(cookies(setCookies))).toMatchObject({ id: actor.id })
    const stored = JSON.stringify(await db().twoFactor.findMany())
    expect(stored).not.toContain(backupCodes[0])
    const deeds = await db().auditEntry.findMany({ where: { action: 'staff.second-factor-on', actorId: actor.id } })
    expect(deeds).toHaveLength(1)
  })

  it('is asked for after the password, and nothing is open before', async () => {
    const { key } = await turnedOn()
    const half = await halfSignedIn()
    expect(await staffOf(half)).toBeNull()
    expect(await signInWithCode(half, '000000')).toMatchObject({ ok: false, errors: [{ code: 'sign-in.wrong-code' }] })
    expect(await signInWithCode(half, codeOf(key, 1))).toMatchObject({ ok: true })
  })

  it('takes a code once', async () => {
    const { key } = await turnedOn()
    const code = codeOf(key, 1)
    expect(await signInWithCode(await halfSignedIn(), code)).toMatchObject({ ok: true })
    expect(await signInWithCode(await halfSignedIn(), code)).toMatchObject({ errors: [{ code: 'sign-in.wrong-code' }] })
  })

  it('takes a backup code once, and none of the old ones after new ones were made', async () => {
    const { backupCodes, setCookies } = await turnedOn()
    const [first = '', second = ''] = backupCodes
    expect(await signInWithCode(await halfSignedIn(), first)).toMatchObject({ ok: true })
    expect(await signInWithCode(await halfSignedIn(), first)).toMatchObject({ ok: false })
    const replaced = await replaceBackupCodes(actor, cookies(setCookies), PASSWORD)
    expect(await signInWithCode(await halfSignedIn(), second)).toMatchObject({ ok: false })
    const [fresh = ''] = replaced.ok ? replaced.backupCodes : []
    expect(await signInWithCode(await halfSignedIn(), fresh)).toMatchObject({ ok: true })
  })

  it('cannot be guessed: a burst of fifty is five at most', async () => {
    await turnedOn()
    const half = await halfSignedIn()
    const guesses = Array.from({ length: 50 }, (_, index) => signInWithCode(half, String(100_000 + index)))
    const outcomes = await Promise.all(guesses)
    const evaluated = outcomes.filter((outcome) => !outcome.ok && outcome.errors[0]?.code !== 'sign-in.wait')
    expect(evaluated.length).toBeLessThanOrEqual(5)
    expect(await db().attempt.findMany({ where: { key: { startsWith: 'code:' } } })).toMatchObject([{ count: 50 }])
  })

  it('is not skipped by asking for a trusted device', async () => {
    const { key } = await turnedOn()
    const outcome = await signInWithCode(await halfSignedIn(), codeOf(key, 1))
    expect(
      outcome.ok && outcome.setCookies.some((cookie) => cookie.includes('trust_device') && !cookie.includes('Max-Age=0')),
    ).toBe(false)
  })

  it('is turned off with the password', async () => {
    const { setCookies } = await turnedOn()
    expect(await turnOffSecondFactor(actor, cookies(setCookies), 'not the password')).toMatchObject({ ok: false })
    expect(await turnOffSecondFactor(actor, cookies(setCookies), PASSWORD)).toMatchObject({ ok: true })
    expect(await signIn(new Headers(), { email: EMAIL, password: PASSWORD })).toMatchObject({ ok: true, needsCode: false })
  })

  it('is taken off by an administrator for whoever lost everything, and their sessions end', async () => {
    await turnedOn()
    expect(await resetSecondFactor(actor, { staffId: actor.id })).toMatchObject({ errors: [{ code: 'denied.role' }] })
    expect(await resetSecondFactor(OPERATOR, { staffId: actor.id })).toEqual({ ok: true })
    expect(await db().session.count()).toBe(0)
    expect(await signIn(new Headers(), { email: EMAIL, password: PASSWORD })).toMatchObject({ ok: true, needsCode: false })
  })
})

describe('where the paper asks for a second factor', () => {
  beforeEach(() => Object.assign(config(), { SECOND_FACTOR: 'chiefs' }))
  afterEach(() => Object.assign(config(), { SECOND_FACTOR: 'offered' }))

  it('whoever has none is nobody at the desk until it is set up, and whoever was signed in elsewhere is out', async () => {
    const elsewhere = await signIn(new Headers(), { email: EMAIL, password: PASSWORD })
    expect(await staffOf(headers)).toBeNull()
    expect(await signedIn(headers)).toMatchObject({ actor: { id: actor.id }, owesSecondFactor: true })
    const { setCookies } = await turnedOn()
    expect(await staffOf(cookies(setCookies))).toMatchObject({ id: actor.id })
    expect(await staffOf(cookies(elsewhere.ok ? elsewhere.setCookies : []))).toBeNull()
  })

  it('whoever sends a code once more, from a second tab, stays signed in', async () => {
    const { key, setCookies } = await turnedOn()
    expect(await turnOnSecondFactor(actor, cookies(setCookies), codeOf(key, 1))).toMatchObject({ ok: true })
    expect(await staffOf(cookies(setCookies))).toMatchObject({ id: actor.id })
  })

  it('it stays on, by their own hand; after an administrator took it off they owe it anew', async () => {
    const { setCookies } = await turnedOn()
    expect(await turnOffSecondFactor(actor, cookies(setCookies), PASSWORD)).toMatchObject({
      errors: [{ code: 'second-factor.asked' }],
    })
    await resetSecondFactor(OPERATOR, { staffId: actor.id })
    const again = await signIn(new Headers(), { email: EMAIL, password: PASSWORD })
    expect(await staffOf(cookies(again.ok ? again.setCookies : []))).toBeNull()
  })

  it('it is not asked of reporters', async () => {
    await db().staff.updateMany({ data: { role: 'reporter' } })
    expect(await staffOf(headers)).toMatchObject({ role: 'reporter' })
  })
})

it('the password asked for once more cannot be guessed there either', async () => {
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => confirmPassword(actor, 'a guess of mine')))
  const evaluated = outcomes.filter((outcome) => !outcome.ok && outcome.errors[0]?.code === 'password.wrong')
  expect(evaluated.length).toBeLessThanOrEqual(5)
})
