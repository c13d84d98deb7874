import type { IncomingMessage } from 'node:http'

const FORM = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i

/**
 * Whether a page of another site sends this action. Next refuses it by the same rule, Origin beside Host, but as an error of its own:
 * 500, and a line in the log for each that anybody makes up.
 */
export function isForeignAction({ method, headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  const isAction = method === 'POST' && (headers['next-action'] !== undefined || FORM.test(headers['content-type'] ?? ''))
  if (!isAction || origin === undefined) return false
  const forwarded = String(headers['x-forwarded-host'] ?? '')
    .split(',')[0]
    ?.trim()
  return hostOf(origin) !== (forwarded || host)
}

/** `null`, of a sandboxed page, is nobody's. */
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null)
