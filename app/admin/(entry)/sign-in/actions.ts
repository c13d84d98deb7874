'use server'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { answerCookies } from '@/app/admin/answer-cookies'
import { type Fault, type Outcome, refused } from '@/newsroom/desk/outcome'
import { returnPath } from '@/newsroom/desk/return-path'
import { sentField } from '@/newsroom/desk/sent-text'
import { authenticationOptions, signInWithPasskey } from '@/server/auth/passkeys'
import { signIn, signInWithCode } from '@/server/auth/sign-in'
import { fromOwnOrigin } from '@/server/session'

export interface SignInState {
  errors: Fault[]
  /** as it was typed, so that nobody types it twice */
  email: string
}

/** E-mail and password; leads on to the desk, or to the second factor. */
export async function signInAction(_: SignInState, form: FormData): Promise<SignInState> {
  const asked = await headers()
  const email = sentField(form, 'email')
  const next = returnPath(sentField(form, 'next'))
  const outcome = fromOwnOrigin(asked)
    ? await signIn(asked, { email, password: sentField(form, 'password') })
    : refused({ code: 'origin' })
  if (!outcome.ok) return { errors: outcome.errors, email }
  await answerCookies(outcome.setCookies)
  redirect(outcome.needsCode ? `/admin/sign-in/code?next=${encodeURIComponent(next)}` : next)
}

export async function signInWithCodeAction(_: { errors: Fault[] }, form: FormData): Promise<{ errors: Fault[] }> {
  const asked = await headers()
  const outcome = fromOwnOrigin(asked) ? await signInWithCode(asked, sentField(form, 'code')) : refused({ code: 'origin' })
  if (!outcome.ok) return { errors: outcome.errors }
  await answerCookies(outcome.setCookies)
  redirect(returnPath(sentField(form, 'next')))
}

export async function passkeyOptionsAction() {
  const asked = await headers()
  return fromOwnOrigin(asked) ? await authenticationOptions(asked) : refused({ code: 'origin' })
}

export async function signInWithPasskeyAction(response: AuthenticationResponseJSON, next: string): Promise<Outcome> {
  const asked = await headers()
  const outcome = fromOwnOrigin(asked) ? await signInWithPasskey(asked, response) : refused({ code: 'origin' })
  if (!outcome.ok) return outcome
  await answerCookies(outcome.setCookies)
  redirect(returnPath(next))
}
