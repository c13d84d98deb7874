import { execFileSync } from 'node:child_process'
import { type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { SetupError } from './setup-error'

export interface User {
  name: string
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root: the user it runs as instead. Null when this process is not root and may run it itself. */
export function unprivilegedUser(): User | null {
  if (process.geteuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { name, uid: id('-u'), gid: id('-g') }
    } catch {}
  }
  throw new SetupError(
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as: add one (useradd postgres) or run as another user',
  )
}

/** Whether the user may enter every folder on the way to `path` and read it. Access lists are not looked at. */
export function canReach(user: User, path: string): boolean {
  for (let at = resolve(path), bits = 0o5; ; at = dirname(at), bits = 0o1) {
    if (!allows(user, statSync(at), bits)) return false
    if (at === dirname(at)) return true
  }
}

function allows(user: User, { mode, uid, gid }: Stats, bits: number): boolean {
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}
