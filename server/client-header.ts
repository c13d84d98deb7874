import { randomBytes } from 'node:crypto'

const HOME = Symbol.for('broadsheet.client-header')
const home = globalThis as { [HOME]?: string }

/**
 * The header by which the page server tells Next, in the same process, who asks. Its name is drawn anew by every process: no
 * visitor can send it, and nothing has to be cut from what they send.
 */
export function clientHeader(): string {
  home[HOME] ??= `x-client-${randomBytes(12).toString('hex')}`
  return home[HOME]
}
