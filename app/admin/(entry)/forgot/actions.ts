'use server'
import { headers } from 'next/headers'
import { after } from 'next/server'
import { type Fault, refused } from '@/newsroom/desk/outcome'
import { sentField } from '@/newsroom/desk/sent-text'
import { emailAddress } from '@/newsroom/desk/staff-form'
import { mayAskForLink, sendLink } from '@/server/auth/forgotten'
import { fromOwnOrigin } from '@/server/session'

export interface ForgotState {
  errors: Fault[]
  /** the address a link was asked for */
  sent: string | null
}

/** The same answer, at the same time, for every address. */
export async function forgotAction(_: ForgotState, form: FormData): Promise<ForgotState> {
  const asked = await headers()
  const email = emailAddress.safeParse(sentField(form, 'email'))
  if (!email.success) return { errors: [{ code: 'email-invalid', field: 'email' }], sent: null }
  const outcome = fromOwnOrigin(asked) ? await mayAskForLink(asked, email.data) : refused({ code: 'origin' })
  if (!outcome.ok) return { errors: outcome.errors, sent: null }
  after(() => sendLink(email.data))
  return { errors: [], sent: email.data }
}
