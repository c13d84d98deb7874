import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@/newsroom/desk/staff'
import { beginSession } from '@/server/auth/sign-in'
import { OPERATOR } from '@/server/commands/actor'
import { changePassword } from '@/server/commands/change-password'
import { changeStaff } from '@/server/commands/change-staff'
import type { TestDesk } from '@/server/commands/desk-fixture'
import { well } from '@/server/commands/desk-fixture'
import { disableStaff } from '@/server/commands/disable-staff'
import { endSessions } from '@/server/commands/end-sessions'
import { inviteStaff } from '@/server/commands/invite-staff'
import { requestPasswordReset } from '@/server/commands/request-password-reset'
import { resetPassword } from '@/server/commands/reset-password'
import { db } from '@/server/db'
import { tokenHash } from '@/server/link-token'
import { cookiePrefix } from '@/server/session-cookie'
import { IDLE_MS } from '@/server/session-limits'
import { insertStaff } from '@/server/test-staff'

/** Somebody with a browser: what it sends, and who that is; null: nobody, or nobody any more. */
export interface Visitor {
  name: string
  cookie: string
  staff: StaffActor | null
  /** signed in, and asked for a second factor they do not have: nobody, as long as it is not set up */
  owes?: true
}

const cookieName = () => `${cookiePrefix()}.session=`
const cookieOf = (setCookies: readonly string[]) =>
  setCookies.flatMap((line) => (line.startsWith(cookieName()) ? [line.split(';')[0] ?? ''] : [])).join('; ')
const tokenOf = (cookie: string) => cookie.slice(cookieName().length).split('.')[0] ?? ''

async function signedIn(name: string, staff: StaffActor): Promise<Visitor> {
  return { name, cookie: cookieOf((await beginSession(new Headers(), staff.id, 'link')).setCookies), staff }
}

/** Each role, people of other desks among them; and everybody who is not, or no longer, signed in. */
export async function openDoors(desk: TestDesk): Promise<Visitor[]> {
  const [open = 0, , , reviewed = 0] = desk.categories
  const people = {
    reporter: desk.reporter,
    'another reporter': desk.otherReporter,
    editor: desk.editor,
    'an editor of the desk': await insertStaff('桌编', 'editor', [reviewed]),
    'an editor of another desk': await insertStaff('外编', 'editor', [open]),
    chief: desk.chief,
    'a chief of another desk': await insertStaff('外主编', 'chief', [open]),
    administrator: desk.administrator,
    'an administrator with a desk': await insertStaff('外管理', 'administrator', [open]),
  }
  const staff = await Promise.all(Object.entries(people).map(([name, actor]) => signedIn(name, actor)))
  const others = await nobodies()
  await db().staff.updateMany({ data: { twoFactorEnabled: true } })
  const owing = await signedIn('without the second factor asked for', await insertStaff('未验', 'administrator'))
  return [...staff, ...others, { ...owing, staff: null, owes: true }]
}

/** All of them were, or would be, administrators. */
async function nobodies(): Promise<Visitor[]> {
  const gone = async (name: string, end: (actor: StaffActor, cookie: string) => Promise<unknown>): Promise<Visitor> => {
    const actor = await insertStaff(name, 'administrator')
    const { cookie } = await signedIn(name, actor)
    await end(actor, cookie)
    return { name, cookie, staff: null }
  }
  const invited = well(
    await inviteStaff(OPERATOR, {
      email: `${randomUUID()}@ribao.example`,
      name: '受邀者',
      role: 'administrator',
      categoryIds: [],
    }),
  )
  const aged = (data: { updatedAt?: Date; expiresAt?: Date }) => async (_: StaffActor, cookie: string) =>
    await db().session.update({ where: { token: tokenHash(tokenOf(cookie)) }, data })
  return [
    { name: 'signed out', cookie: '', staff: null },
    { name: 'a made-up cookie', cookie: `${cookieName()}${'x'.repeat(43)}.signature`, staff: null },
    { name: 'invited, not accepted', cookie: `${cookieName()}${invited.token}`, staff: null },
    await gone('disabled', (actor) => disableStaff(OPERATOR, { staffId: actor.id })),
    await gone('disabled elsewhere', (actor) =>
      db().staff.update({ where: { id: actor.id }, data: { disabledAt: new Date() }, select: { id: true } }),
    ),
    await gone('password changed elsewhere', (actor) => changePassword(actor, { password: 'seven lanterns in rain' })),
    await gone('password reset by a link', async (actor) => {
      const { email } = await db().staff.findUniqueOrThrow({ where: { id: actor.id } })
      const link = await requestPasswordReset(OPERATOR, { email })
      well(await resetPassword({ token: link?.token ?? '', password: 'seven lanterns in rain', address: null, userAgent: null }))
    }),
    await gone('signed out everywhere', (actor) => endSessions(actor, { staffId: actor.id })),
    await gone('given another role', (actor) => changeStaff(OPERATOR, { staffId: actor.id, role: 'reporter', categoryIds: [] })),
    await gone('idle for half a day', aged({ updatedAt: new Date(Date.now() - IDLE_MS - 1000) })),
    await gone('signed in a month ago', aged({ expiresAt: new Date(Date.now() - 1000) })),
    await gone('who knows the hash of a token', async () => {}).then((visitor) => ({
      ...visitor,
      cookie: `${cookieName()}${tokenHash(tokenOf(visitor.cookie))}`,
    })),
  ]
}
