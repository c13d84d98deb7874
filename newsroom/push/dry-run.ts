import { z } from 'zod'
import { masked } from './redact'

const MOST_CHARACTERS = 4_000

/** What would have been sent, had it not been a dry run. */
export const dryRunCall = z.object({ url: z.string(), body: z.string() })
export type DryRunCall = z.infer<typeof dryRunCall>

/** A call as it may be kept and shown: without secrets, its body to be read by people, and of thousands of addresses the first. */
export function shownCall(url: string, body: string, secrets: readonly (string | undefined)[]): DryRunCall {
  const letters = [...masked(legibleBody(body), secrets)]
  const cut = letters.length > MOST_CHARACTERS
  return { url: masked(url, secrets), body: cut ? `${letters.slice(0, MOST_CHARACTERS).join('')}…` : letters.join('') }
}

function legibleBody(body: string): string {
  if (!body.startsWith('{')) return body
  return JSON.stringify(JSON.parse(body), null, 2)
}
