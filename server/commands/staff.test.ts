import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { sendLink } from '@/server/auth/forgotten'
import { beginSession, signIn } from '@/server/auth/sign-in'
import { type Config, config } from '@/server/config'
import { db } from '@/server/db'
import { mailInvitation } from '@/server/desk-mail'
import { tokenHash } from '@/server/link-token'
import { findInvitation } from '@/server/queries/find-invitation'
import { findResetLink } from '@/server/queries/find-reset-link'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { acceptInvitation } from './accept-invitation'
import { OPERATOR } from './actor'
import { addStaff } from './add-staff'
import { changeStaff } from './change-staff'
import { disableStaff } from './disable-staff'
import { enableStaff } from './enable-staff'
import { firstAdministrator } from './first-administrator'
import { inviteStaff } from './invite-staff'
import { requestPasswordReset } from './request-password-reset'
import { resetPassword } from './reset-password'
import { revokeInvitation } from './revoke-invitation'

const PASSWORD = 'four bridges at dusk'
const sender = { address: '192.0.2.1', userAgent: 'Test' }
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => await database.drop())
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Staff", "Invitation", "Verification", "Attempt", "Category" CASCADE`
})

const add = async (email: string, role: StaffActor['role'] = 'editor', categoryIds: number[] = []) => {
  const added = await addStaff(OPERATOR, { email, name: email.split('@')[0] ?? '', role, categoryIds, password: PASSWORD })
  if (!added.ok) throw new Error(JSON.stringify(added))
  return added.staffId
}
const actor = (id: string, role: StaffActor['role']): StaffActor => ({
  kind: 'staff',
  id,
  name: '王',
  role,
  desk: null,
  ...sender,
})
const lastDeed = async () => await db().auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })
const place = { role: 'editor' as const, categoryIds: [] }

describe('adding somebody', () => {
  it('stores argon2id, never the password', async () => {
    const id = await add('lin@x.cn')
    const { password } = await db().account.findFirstOrThrow({ where: { userId: id } })
    expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify(await lastDeed(), (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      PASSWORD,
    )
  })

  it('refuses a taken address and a poor password', async () => {
    await add('lin@x.cn')
    const again = await addStaff(OPERATOR, { ...place, email: 'lin@x.cn', name: '林', password: PASSWORD })
    expect(again).toEqual({ ok: false, errors: [{ code: 'email-taken', field: 'email' }] })
    const poor = await addStaff(OPERATOR, { ...place, email: 'b@x.cn', name: '林', password: 'woaini1314' })
    expect(poor).toMatchObject({ ok: false, errors: [{ code: 'password.common' }] })
    const own = await addStaff(OPERATOR, { ...place, email: 'bridge.keeper@x.cn', name: '林', password: 'bridge.keeper' })
    expect(own).toMatchObject({ ok: false, errors: [{ code: 'password.personal' }] })
  })

  it('is an administrator’s', async () => {
    const chief = actor(await add('chief@x.cn', 'chief'), 'chief')
    const refusal = { ok: false, errors: [{ code: 'denied.role' }] }
    expect(await addStaff(chief, { ...place, email: 'a@x.cn', name: '林', password: PASSWORD })).toEqual(refusal)
    expect(await inviteStaff(chief, { ...place, email: 'a@x.cn', name: '林' })).toEqual(refusal)
    expect(await changeStaff(chief, { ...place, staffId: chief.id, role: 'administrator' })).toEqual(refusal)
    expect(await disableStaff(chief, { staffId: chief.id })).toEqual(refusal)
    expect(await enableStaff(chief, { staffId: chief.id })).toEqual(refusal)
    expect(await revokeInvitation(chief, { invitationId: 'x' })).toEqual(refusal)
  })
})

describe('an invitation', () => {
  const invite = async (email = 'new@x.cn') => {
    const outcome = await inviteStaff(OPERATOR, { ...place, email, name: '新人' })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    return outcome.token
  }

  it('is known by its hash, good once, and makes the account it says', async () => {
    const { id } = await db().category.create({ data: { slug: 'city', name: '城事', sortKey: 'chengshi' } })
    const outcome = await inviteStaff(OPERATOR, { email: 'new@x.cn', name: '新人', role: 'editor', categoryIds: [id, 999_999] })
    const token = outcome.ok ? outcome.token : ''
    const stored = await db().invitation.findFirstOrThrow()
    expect(stored.tokenHash).toBe(tokenHash(token))
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(await findInvitation(token)).toEqual({ email: 'new@x.cn', name: '新人', role: 'editor' })
    const twice = await Promise.all([
      acceptInvitation({ token, name: '新同事', password: PASSWORD, ...sender }),
      acceptInvitation({ token, name: '新同事', password: PASSWORD, ...sender }),
    ])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    const staff = await db().staff.findMany({ include: { desk: true } })
    expect(staff).toMatchObject([{ email: 'new@x.cn', name: '新同事', role: 'editor', desk: [{ categoryId: id }] }])
    expect(await lastDeed()).toMatchObject({ action: 'staff.accept', actorName: '新同事', address: '192.0.2.1' })
    expect(await signIn(new Headers(), { email: 'new@x.cn', password: PASSWORD })).toMatchObject({ ok: true })
    expect(await findInvitation(token)).toBeNull()
  })

  it('stays good when the password was too poor', async () => {
    const token = await invite()
    expect(await acceptInvitation({ token, name: '新', password: 'password123', ...sender })).toMatchObject({ ok: false })
    expect(await findInvitation(token)).not.toBeNull()
  })

  it('ends with a newer one, when revoked, and after seven days', async () => {
    const spent = { ok: false, errors: [{ code: 'link-spent' }] }
    const accept = (token: string) => acceptInvitation({ token, name: '新', password: PASSWORD, ...sender })
    const [first, second] = [await invite(), await invite()]
    expect(await accept(first)).toEqual(spent)
    const { id } = await db().invitation.findFirstOrThrow({ where: { revokedAt: null } })
    await revokeInvitation(OPERATOR, { invitationId: id })
    expect(await accept(second)).toEqual(spent)
    const third = await invite()
    await db().invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await accept(third)).toEqual(spent)
    expect(await accept('made up')).toEqual(spent)
    expect(await db().staff.count()).toBe(0)
  })

  it('is mailed; without a mail server it lies in the outbox', async () => {
    const token = await invite()
    await mailInvitation({ email: 'new@x.cn', name: '新人', role: 'editor', token, from: '王编' })
    const folder = join(config().DATA_DIR, 'outbox')
    const [file = ''] = await readdir(folder)
    const text = await readFile(join(folder, file), 'utf8')
    expect(text).toContain('To: new@x.cn')
    const body = Buffer.from(text.split('\n\n').slice(1).join(''), 'base64').toString()
    expect(`${text}${body}`.replaceAll('=\n', '')).toContain(`/admin/invitation/${token}`)
  })
})

describe('a forgotten password', () => {
  it('is replaced once by whoever has the link, and ends every session', async () => {
    const id = await add('lin@x.cn')
    await beginSession(new Headers(), id, 'link')
    const link = await requestPasswordReset(OPERATOR, { email: ' LIN@x.cn' })
    if (!link) throw new Error('no link')
    expect(JSON.stringify(await db().verification.findMany())).not.toContain(link.token)
    expect(await findResetLink(link.token)).toEqual({ email: 'lin@x.cn' })
    const next = { token: link.token, password: 'five bridges at dawn', ...sender }
    const twice = await Promise.all([resetPassword(next), resetPassword(next)])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().session.count()).toBe(0)
    expect(await signIn(new Headers(), { email: 'lin@x.cn', password: PASSWORD })).toMatchObject({ ok: false })
    expect(await signIn(new Headers(), { email: 'lin@x.cn', password: next.password })).toMatchObject({ ok: true })
  })

  it('has one link at a time, good for an hour', async () => {
    await add('lin@x.cn')
    const first = await requestPasswordReset(OPERATOR, { email: 'lin@x.cn' })
    const second = await requestPasswordReset(OPERATOR, { email: 'lin@x.cn' })
    expect(await findResetLink(first?.token ?? '')).toBeNull()
    await db().verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await findResetLink(second?.token ?? '')).toBeNull()
    expect(await resetPassword({ token: second?.token ?? '', password: 'five bridges at dawn', ...sender })).toMatchObject({
      ok: false,
    })
  })

  it('of nobody, or of a disabled account, mails nothing', async () => {
    const before = (await readdir(join(config().DATA_DIR, 'outbox')).catch(() => [])).length
    await add('boss@x.cn', 'administrator')
    await disableStaff(OPERATOR, { staffId: await add('gone@x.cn') })
    await sendLink('nobody@x.cn')
    await sendLink('gone@x.cn')
    expect((await readdir(join(config().DATA_DIR, 'outbox')).catch(() => [])).length).toBe(before)
    await sendLink('boss@x.cn')
    expect((await readdir(join(config().DATA_DIR, 'outbox'))).length).toBe(before + 1)
  })
})

describe('disabling somebody', () => {
  it('ends their sessions in the same moment, and is undone by enabling', async () => {
    await add('boss@x.cn', 'administrator')
    const id = await add('lin@x.cn')
    await beginSession(new Headers(), id, 'link')
    expect(await disableStaff(OPERATOR, { staffId: id })).toEqual({ ok: true })
    expect(await db().session.count()).toBe(0)
    expect(await lastDeed()).toMatchObject({ action: 'staff.disable', subject: `staff:${id}`, actorName: 'operator' })
    await enableStaff(OPERATOR, { staffId: id })
    expect(await signIn(new Headers(), { email: 'lin@x.cn', password: PASSWORD })).toMatchObject({ ok: true })
  })

  it('never leaves the paper without an administrator, even when two put each other out at once', async () => {
    const [a, b] = [await add('a@x.cn', 'administrator'), await add('b@x.cn', 'administrator')]
    const outcomes = await Promise.all([
      disableStaff(actor(a, 'administrator'), { staffId: b }),
      changeStaff(actor(b, 'administrator'), { ...place, staffId: a }),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, errors: [{ code: 'last-administrator' }] })
    expect(await db().staff.count({ where: { role: 'administrator', disabledAt: null } })).toBe(1)
  })

  it('of nobody is not found', async () => {
    expect(await disableStaff(OPERATOR, { staffId: 'nobody' })).toEqual({ ok: false, errors: [{ code: 'not-found' }] })
  })
})

it('another role or desk is recorded with what was before', async () => {
  const { id: city } = await db().category.create({ data: { slug: 'city', name: '城事', sortKey: 'chengshi' } })
  const id = await add('lin@x.cn', 'reporter')
  await changeStaff(OPERATOR, { staffId: id, role: 'editor', categoryIds: [city] })
  expect(await lastDeed()).toMatchObject({
    action: 'staff.change',
    before: { role: 'reporter', categoryIds: [] },
    after: { role: 'editor', categoryIds: [city] },
  })
})

it('another role ends the sessions that had the old one; another desk does not', async () => {
  const id = await add('lin@x.cn', 'reporter')
  await signIn(new Headers(), { email: 'lin@x.cn', password: PASSWORD })
  await changeStaff(OPERATOR, { ...place, staffId: id, role: 'reporter' })
  expect(await db().session.count()).toBe(1)
  await changeStaff(OPERATOR, { ...place, staffId: id, role: 'chief' })
  expect(await db().session.count()).toBe(0)
})

describe('the first administrator', () => {
  const set = (settings: Partial<Config>) => {
    const home = globalThis as { [home: symbol]: Config | undefined }
    home[Symbol.for('broadsheet.config')] = { ...config(), ...settings }
  }

  it('comes in by a link, whose last one counts, and chooses everything', async () => {
    const [old, first] = [await firstAdministrator(), await firstAdministrator()]
    if (old.made !== 'link' || first.made !== 'link') throw new Error('no link')
    const chosen = { name: '总编', password: PASSWORD, ...sender }
    expect(await acceptInvitation({ ...chosen, token: old.token, email: 'x@x.cn' })).toMatchObject({ ok: false })
    expect(await acceptInvitation({ ...chosen, token: first.token })).toMatchObject({ errors: [{ code: 'email-invalid' }] })
    expect(await acceptInvitation({ ...chosen, token: first.token, email: 'boss@x.cn' })).toMatchObject({ ok: true })
    expect(await db().staff.findMany()).toMatchObject([{ email: 'boss@x.cn', role: 'administrator' }])
    expect(await firstAdministrator()).toEqual({ made: 'none' })
  })

  it('is set by ADMIN_EMAIL and ADMIN_PASSWORD, once', async () => {
    set({ ADMIN_EMAIL: 'boss@x.cn', ADMIN_PASSWORD: PASSWORD })
    expect(await firstAdministrator()).toEqual({ made: 'account', email: 'boss@x.cn' })
    expect(await firstAdministrator()).toEqual({ made: 'none' })
    expect(await signIn(new Headers(), { email: 'boss@x.cn', password: PASSWORD })).toMatchObject({ ok: true })
  })

  it('whose password is their address is refused by name', async () => {
    set({ ADMIN_EMAIL: 'bridge.keeper@x.cn', ADMIN_PASSWORD: 'bridge.keeper' })
    await expect(firstAdministrator()).rejects.toThrow('ADMIN_PASSWORD')
  })
})
