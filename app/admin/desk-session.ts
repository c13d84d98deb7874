import { cookies, headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { type DeskAction, mayAtDesk } from '@/newsroom/desk/permission'
import type { StaffActor } from '@/newsroom/desk/staff'
import { signedIn, staffOf } from '@/server/session'

/** Who asks, in an action or a route: null is answered as signed out (401, or the fault `signed-out`). */
export const currentStaff = cache(async (): Promise<StaffActor | null> => await staffOf(await currentHeaders()))

/** The request's headers; after an action that began a new session, with that one's cookie: the page is made anew in the same answer. */
export async function currentHeaders(): Promise<Headers> {
  const current = new Headers(await headers())
  current.set('cookie', (await cookies()).toString())
  return current
}

/**
 * Who asks, in a page: whoever is not signed in is sent to sign in, whoever owes a second factor to set it up, and back to `path`
 * afterwards.
 */
export async function requireStaff(path = '/admin'): Promise<StaffActor> {
  const staff = await currentStaff()
  if (staff) return staff
  const door = (await signedIn(await currentHeaders())) ? '/admin/sign-in/second-factor' : '/admin/sign-in'
  redirect(`${door}?next=${encodeURIComponent(path)}`)
}

/**
 * Who asks, in a page that not everybody may see: others get 403 and app/admin/(desk)/forbidden. A streamed answer has its
 * status before this is asked: where a page has a loading.tsx, its layout asks as well.
 */
export async function requireDesk(action: DeskAction, path: string): Promise<StaffActor> {
  const staff = await requireStaff(path)
  return mayAtDesk(staff, action) ? staff : forbidden()
}
