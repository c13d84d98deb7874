import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from './config'

/** The file is read once: cookies are looked at often. By file, since tests have several. */
const kept = new Map<string, string>()

/** Signs cookies and encrypts second factors: AUTH_SECRET, else made once and kept in DATA_DIR, for this system's user only. */
export function authSecret(): string {
  const { AUTH_SECRET, DATA_DIR } = config()
  if (AUTH_SECRET) return AUTH_SECRET
  const file = join(DATA_DIR, 'auth-secret')
  const known = kept.get(file)
  if (known) return known
  mkdirSync(DATA_DIR, { recursive: true })
  try {
    // Several processes may start at once: one writes, all read.
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32) throw new Error(`${file} holds no secret: remove it, and everybody signs in anew`)
  kept.set(file, secret)
  return secret
}
