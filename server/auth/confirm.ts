import { type Outcome, refused } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { countTry, forgiveTry } from '@/server/attempts'
import { db } from '@/server/db'
import { PasswordsCrowded, passwordMatches } from '@/server/password-hash'

/** Whether it is really them, before something that matters: their password once more. Guessing is counted here as at the door. */
export async function confirmPassword(actor: StaffActor, password: string): Promise<Outcome> {
  const key = `code:confirm-${actor.id}` as const
  const seconds = await countTry([key])
  if (seconds > 0) return refused({ code: 'sign-in.wait', params: { seconds } })
  const account = await db().account.findFirst({ where: { userId: actor.id, providerId: 'credential' } })
  const matches = account?.password != null && (await matchesOrCrowded(account.password, password.slice(0, 200)))
  if (matches instanceof PasswordsCrowded) return refused({ code: 'sign-in.wait', params: { seconds: matches.seconds } })
  if (!matches) return refused({ code: 'password.wrong', field: 'current' })
  await forgiveTry([key])
  return { ok: true }
}

async function matchesOrCrowded(hash: string, password: string): Promise<boolean | PasswordsCrowded> {
  return await passwordMatches(hash, password).catch((error: unknown) => {
    if (error instanceof PasswordsCrowded) return error
    throw error
  })
}
