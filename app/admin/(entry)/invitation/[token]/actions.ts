'use server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { answerCookies } from '@/app/admin/answer-cookies'
import { type Fault, refused } from '@/newsroom/desk/outcome'
import { sentField, sentText } from '@/newsroom/desk/sent-text'
import { emailAddress, personName } from '@/newsroom/desk/staff-form'
import { beginSession } from '@/server/auth/sign-in'
import { acceptInvitation } from '@/server/commands/accept-invitation'
import { clientAddressOf, fromOwnOrigin } from '@/server/session'

interface AcceptState {
  errors: Fault[]
  typed?: { name: string; email: string }
}

/** Name and password chosen: the account is there, and its owner signed in. */
export async function acceptAction(token: string, _: AcceptState, form: FormData): Promise<AcceptState> {
  const typed = { name: sentField(form, 'name'), email: sentField(form, 'email') }
  const asked = await headers()
  const name = personName.safeParse(typed.name)
  if (!name.success) return { errors: [{ code: 'name-missing', field: 'name' }], typed }
  const email = emailAddress.safeParse(typed.email)
  const sender = { address: clientAddressOf(asked), userAgent: asked.get('user-agent') }
  const password = sentField(form, 'password')
  const outcome = fromOwnOrigin(asked)
    ? await acceptInvitation({
        token: sentText(token),
        ...(email.success && { email: email.data }),
        name: name.data,
        password,
        ...sender,
      })
    : refused({ code: 'origin' })
  if (!outcome.ok) return { errors: outcome.errors, typed }
  const { setCookies } = await beginSession(asked, outcome.staffId, 'link')
  await answerCookies(setCookies)
  redirect('/admin')
}
