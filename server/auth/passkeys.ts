import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Outcome, refused } from '@/newsroom/desk/outcome'
import { sentText } from '@/newsroom/desk/sent-text'
import type { StaffActor } from '@/newsroom/desk/staff'
import { challengeKey, countTry, forgiveTry, networkKey } from '@/server/attempts'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { log } from '@/server/log'
import { clientAddressOf } from '@/server/session'
import { dropChallenge, keepChallenge } from './challenge'
import { confirmPassword } from './confirm'
import { tell } from './second-factor'
import { beginSession, type Cookies } from './sign-in'

/** EdDSA, ES256, RS256: what authenticators have. */
const ALGORITHMS = [-8, -7, -257]

/** A key belongs to the name the site is opened by; fromOwnOrigin has already said that this one is ours. */
function relyingParty(headers: Headers): { origin: string; id: string } {
  const origin = headers.get('origin') ?? config().SITE_URL
  return { origin, id: new URL(origin).hostname }
}

export async function registrationOptions(
  actor: StaffActor,
  headers: Headers,
  password: string,
): Promise<Outcome<{ options: PublicKeyCredentialCreationOptionsJSON }>> {
  const confirmed = await confirmPassword(actor, password)
  if (!confirmed.ok) return confirmed
  const { email, passkeys } = await db().staff.findUniqueOrThrow({ where: { id: actor.id }, include: { passkeys: true } })
  const options = await generateRegistrationOptions({
    rpName: config().SITE_NAME,
    rpID: relyingParty(headers).id,
    userID: new TextEncoder().encode(actor.id),
    userName: email,
    userDisplayName: actor.name,
    excludeCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(options.challenge, actor.id)
  return { ok: true, options }
}

/** Keeps a new key for whoever confirmed their password just now: the challenge says so, and works once. */
export async function addPasskey(
  actor: StaffActor,
  headers: Headers,
  given: { name: string; response: RegistrationResponseJSON },
): Promise<Outcome> {
  const { origin, id } = relyingParty(headers)
  const verified = await verifyRegistrationResponse({
    response: given.response,
    expectedChallenge: (challenge) => dropChallenge(challenge, actor.id),
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch(unverified)
  if (!verified?.verified) return refused({ code: 'sign-in.passkey' })
  const { credential } = verified.registrationInfo
  await db().passkey.create({
    data: {
      id: credential.id,
      staffId: actor.id,
      name: given.name,
      publicKey: new Uint8Array(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
    },
  })
  await tell(actor, 'add-passkey', 'passkey-added')
  return { ok: true }
}

export async function removePasskey(actor: StaffActor, given: { passkeyId: string; password: string }): Promise<Outcome> {
  const confirmed = await confirmPassword(actor, given.password)
  if (!confirmed.ok) return confirmed
  const { count } = await db().passkey.deleteMany({ where: { id: given.passkeyId, staffId: actor.id } })
  if (count === 0) return refused({ code: 'not-found' })
  await tell(actor, 'remove-passkey', 'passkey-removed')
  return { ok: true }
}

/** For anybody at the door: which account it is, the key will tell. */
export async function authenticationOptions(
  headers: Headers,
): Promise<Outcome<{ options: PublicKeyCredentialRequestOptionsJSON }>> {
  const seconds = await countTry([challengeKey(clientAddressOf(headers))])
  if (seconds > 0) return refused({ code: 'sign-in.wait', params: { seconds } })
  const options = await generateAuthenticationOptions({ rpID: relyingParty(headers).id, userVerification: 'required' })
  await keepChallenge(options.challenge, null)
  return { ok: true, options }
}

/** A session for the key's owner. The key is two factors by itself: what one has, and the finger or code that unlocks it. */
export async function signInWithPasskey(
  headers: Headers,
  response: AuthenticationResponseJSON | undefined,
): Promise<Outcome<Cookies>> {
  const network = networkKey(clientAddressOf(headers))
  const seconds = await countTry([network])
  if (seconds > 0) return refused({ code: 'sign-in.wait', params: { seconds } })
  const passkey = await db().passkey.findFirst({ where: { id: sentText(response?.id), staff: { disabledAt: null } } })
  if (!response || !passkey) return refused({ code: 'sign-in.passkey' })
  const { origin, id } = relyingParty(headers)
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => dropChallenge(challenge, null),
    expectedOrigin: origin,
    expectedRPID: id,
    credential: { id: passkey.id, publicKey: passkey.publicKey, counter: Number(passkey.counter) },
    requireUserVerification: true,
  }).catch(unverified)
  if (!verified?.verified) return refused({ code: 'sign-in.passkey' })
  await db().passkey.update({
    where: { id: passkey.id },
    data: { counter: verified.authenticationInfo.newCounter, usedAt: new Date() },
  })
  await forgiveTry([network])
  return { ok: true, ...(await beginSession(headers, passkey.staffId, 'passkey')) }
}

function unverified(error: unknown): null {
  log().warn({ error: String(error) }, 'a passkey was not accepted')
  return null
}
