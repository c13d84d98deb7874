import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of this Broadsheet, as package.json says it. */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string }
  return version
}
