'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type Fault, refused } from '@/newsroom/desk/outcome'
import { sentField, sentText } from '@/newsroom/desk/sent-text'
import { resetPassword } from '@/server/commands/reset-password'
import { clientAddressOf, fromOwnOrigin } from '@/server/session'

/** The new password is there; whoever set it signs in with it, and with the second factor where there is one. */
export async function resetAction(token: string, _: { errors: Fault[] }, form: FormData): Promise<{ errors: Fault[] }> {
  const asked = await headers()
  const sender = { address: clientAddressOf(asked), userAgent: asked.get('user-agent') }
  const password = sentField(form, 'password')
  const outcome = fromOwnOrigin(asked)
    ? await resetPassword({ token: sentText(token), password, ...sender })
    : refused({ code: 'origin' })
  if (!outcome.ok) return { errors: outcome.errors }
  redirect('/admin/sign-in?done=reset')
}
