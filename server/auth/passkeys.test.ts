import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { OPERATOR } from '@/server/commands/actor'
import { addStaff } from '@/server/commands/add-staff'
import { disableStaff } from '@/server/commands/disable-staff'
import { db } from '@/server/db'
import { staffOf } from '@/server/session'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { addPasskey, authenticationOptions, registrationOptions, removePasskey, signInWithPasskey } from './passkeys'

const PASSWORD = 'four bridges at dusk'
const ORIGIN = 'http://localhost:3000'
const headers = new Headers({ origin: ORIGIN, 'user-agent': 'Test' })
let database: TestDatabase
let actor: StaffActor

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => await database.drop())
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Staff", "Verification", "Attempt" CASCADE`
  const added = await addStaff(OPERATOR, { email: 'lin@x.cn', name: '林文', role: 'editor', categoryIds: [], password: PASSWORD })
  if (!added.ok) throw new Error(JSON.stringify(added))
  actor = { kind: 'staff', id: added.staffId, name: '林文', role: 'editor', desk: null, address: null, userAgent: null }
})

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()

/** An authenticator in software: one ES256 key, its owner always at hand. */
class Authenticator {
  readonly id = randomBytes(16)
  readonly #key: KeyObject
  readonly #public: { x: string; y: string }
  #counter = 0

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#key = privateKey
    this.#public = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  }

  #data(flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++this.#counter)
    return Buffer.concat([sha256('localhost'), Buffer.of(flags), counter])
  }

  register(challenge: string, origin = ORIGIN) {
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(this.#public.x, 'base64url')],
      [-3, Buffer.from(this.#public.y, 'base64url')],
    ])
    const length = Buffer.of(0, this.id.length)
    const authData = Buffer.concat([this.#data(0x45), Buffer.alloc(16), length, this.id, isoCBOR.encode(cose)])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ])
    return this.#answer({
      clientDataJSON: clientData('webauthn.create', challenge, origin),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
    })
  }

  authenticate(challenge: string, origin = ORIGIN) {
    const clientDataJSON = clientData('webauthn.get', challenge, origin)
    const authenticatorData = this.#data(0x05)
    const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))])
    return this.#answer({
      clientDataJSON,
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.#key).toString('base64url'),
    })
  }

  #answer<Response>(response: Response) {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response }
  }
}

const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')

async function challengeToAdd(): Promise<string> {
  const asked = await registrationOptions(actor, headers, PASSWORD)
  if (!asked.ok) throw new Error(JSON.stringify(asked))
  return asked.options.challenge
}
async function challengeAtTheDoor(): Promise<string> {
  const asked = await authenticationOptions(headers)
  return asked.ok ? asked.options.challenge : ''
}
async function added(): Promise<Authenticator> {
  const authenticator = new Authenticator()
  const response = authenticator.register(await challengeToAdd())
  expect(await addPasskey(actor, headers, { name: '办公室电脑', response })).toEqual({ ok: true })
  return authenticator
}
const notAccepted = { ok: false, errors: [{ code: 'sign-in.passkey' }] }

describe('a passkey', () => {
  it('is added after the password, and signs in', async () => {
    expect(await registrationOptions(actor, headers, 'not the password')).toMatchObject({ errors: [{ code: 'password.wrong' }] })
    const authenticator = await added()
    const outcome = await signInWithPasskey(headers, authenticator.authenticate(await challengeAtTheDoor()))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    const cookie = outcome.setCookies.map((line) => line.split(';')[0]).join('; ')
    expect(await staffOf(new Headers({ cookie }))).toMatchObject({ id: actor.id })
    expect((await db().passkey.findFirstOrThrow()).usedAt).not.toBeNull()
  })

  it('answers a challenge once', async () => {
    const authenticator = await added()
    const answer = authenticator.authenticate(await challengeAtTheDoor())
    const twice = await Promise.all([signInWithPasskey(headers, answer), signInWithPasskey(headers, answer)])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('answers no challenge that was not asked, nor one that is over', async () => {
    const authenticator = await added()
    const madeUp = authenticator.authenticate(randomBytes(32).toString('base64url'))
    expect(await signInWithPasskey(headers, madeUp)).toEqual(notAccepted)
    const challenge = await challengeAtTheDoor()
    await db().verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await signInWithPasskey(headers, authenticator.authenticate(challenge))).toEqual(notAccepted)
  })

  it('is not added by the challenge of another, nor by one of the door', async () => {
    const authenticator = new Authenticator()
    const door = authenticator.register(await challengeAtTheDoor())
    expect(await addPasskey(actor, headers, { name: 'x', response: door })).toEqual(notAccepted)
    const other = authenticator.register(await challengeToAdd())
    expect(await addPasskey({ ...actor, id: 'somebody-else' }, headers, { name: 'x', response: other })).toEqual(notAccepted)
  })

  it('is of no use on a page that only looks like ours', async () => {
    const authenticator = await added()
    const answer = authenticator.authenticate(await challengeAtTheDoor(), 'https://ribao.example.evil')
    expect(await signInWithPasskey(headers, answer)).toEqual(notAccepted)
  })

  it('opens nothing for a disabled account, or once it is removed', async () => {
    const authenticator = await added()
    const [{ id = '' } = {}] = await db().passkey.findMany()
    expect(await removePasskey(actor, { passkeyId: id, password: 'not the password' })).toMatchObject({ ok: false })
    await disableStaff(OPERATOR, { staffId: actor.id })
    expect(await signInWithPasskey(headers, authenticator.authenticate(await challengeAtTheDoor()))).toEqual(notAccepted)
    await db().staff.updateMany({ data: { disabledAt: null } })
    expect(await removePasskey(actor, { passkeyId: id, password: PASSWORD })).toEqual({ ok: true })
    expect(await signInWithPasskey(headers, authenticator.authenticate(await challengeAtTheDoor()))).toEqual(notAccepted)
  })

  it('of somebody else is not theirs to remove', async () => {
    await added()
    const other = await addStaff(OPERATOR, { email: 'b@x.cn', name: '旁人', role: 'editor', categoryIds: [], password: PASSWORD })
    const [{ id = '' } = {}] = await db().passkey.findMany()
    const stranger = { ...actor, id: other.ok ? other.staffId : '' }
    expect(await removePasskey(stranger, { passkeyId: id, password: PASSWORD })).toMatchObject({
      errors: [{ code: 'not-found' }],
    })
  })
})
