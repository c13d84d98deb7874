import type { First } from '@/server/commands/first-administrator'
import { config } from '@/server/config'
import { invitationLink } from '@/server/desk-mail'

/** Says where the desk is and, while nobody works here, how to get in. */
export function sayFirstSignIn(say: (text: string) => void, first: First): void {
  say(`编辑部 / the desk: ${config().SITE_URL}/admin`)
  if (first.made === 'account') say(`第一位管理员 / the first administrator: ${first.email}`)
  if (first.made === 'link') say(`首次登录链接，只能用一次 / the first sign-in, opens once:\n${invitationLink(first.token)}`)
}
