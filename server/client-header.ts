import { createHmac } from 'node:crypto'
import { authSecret } from './auth-secret'

const HOME = Symbol.for('broadsheet.client-header')
const home = globalThis as { [HOME]?: string }

/**
 * The header by which the page server tells Next, in the same process, who asks. Its name is made from the secret: no visitor can
 * send it, and every process of the site knows it, since Next hands some requests on to the site's own address.
 */
export function clientHeader(): string {
  home[HOME] ??= `x-client-${createHmac('sha256', authSecret()).update('client header').digest('hex').slice(0, 24)}`
  return home[HOME]
}
