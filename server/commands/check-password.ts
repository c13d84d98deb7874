import { type Fault, refused } from '@/newsroom/desk/outcome'
import { LONGEST_PASSWORD, passwordFault, SHORTEST_PASSWORD } from '@/newsroom/password'
import { config } from '@/server/config'

/** Why this will not do as the password of somebody with this address and name, ready to be answered; null: it will. */
export function passwordRefusal(password: string, own: { email: string; name: string }): { ok: false; errors: Fault[] } | null {
  const fault = passwordFault(password, [own.email, own.name, config().SITE_NAME])
  if (!fault) return null
  return refused({ code: `password.${fault}`, field: 'password', params: { least: SHORTEST_PASSWORD, most: LONGEST_PASSWORD } })
}
