'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { answerCookies } from '@/app/admin/answer-cookies'
import { type Fault, refused } from '@/newsroom/desk/outcome'
import { emailAddress, personName } from '@/newsroom/desk/staff-form'
import { beginSession } from '@/server/auth/sign-in'
import { acceptInvitation } from '@/server/commands/accept-invitation'
import { clientAddressOf, fromOwnOrigin } from '@/server/session'

/** Name and password chosen: the account is there, and its owner signed in. */
export async function acceptAction(token: string, _: { errors: Fault[] }, form: FormData): Promise<{ errors: Fault[] }> {
  const asked = await headers()
  const name = personName.safeParse(form.get('name'))
  if (!name.success) return { errors: [{ code: 'name-missing', field: 'name' }] }
  const email = emailAddress.safeParse(form.get('email'))
  const sender = { address: clientAddressOf(asked), userAgent: asked.get('user-agent') }
  const password = String(form.get('password') ?? '')
  const outcome = fromOwnOrigin(asked)
    ? await acceptInvitation({ token, ...(email.success && { email: email.data }), name: name.data, password, ...sender })
    : refused({ code: 'origin' })
  if (!outcome.ok) return { errors: outcome.errors }
  const { setCookies } = await beginSession(asked, outcome.staffId, 'link')
  await answerCookies(setCookies)
  redirect('/admin')
}
