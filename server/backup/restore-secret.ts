import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { config } from '@/server/config'

/** What became of the secret in a backup: `unused` where AUTH_SECRET says another, `none` where the backup has none. */
export type SecretOutcome = 'restored' | 'same' | 'unused' | 'none'

/** A secret that is there is kept beside the restored one. */
export async function restoreSecret(bytes: Buffer | null): Promise<SecretOutcome> {
  if (!bytes) return 'none'
  const { AUTH_SECRET, DATA_DIR } = config()
  if (AUTH_SECRET) return AUTH_SECRET === bytes.toString().trim() ? 'same' : 'unused'
  const file = join(DATA_DIR, 'auth-secret')
  if (existsSync(file)) {
    if ((await readFile(file)).equals(bytes)) return 'same'
    await copyFile(file, `${file}.before-restore`)
  }
  await mkdir(DATA_DIR, { recursive: true })
  await writeFile(`${file}.part`, bytes, { mode: 0o600, flush: true })
  await rename(`${file}.part`, file)
  return 'restored'
}
