import { createHash } from 'node:crypto'
import type { Byline } from './article'

/** Everything of a revision that readers see. */
export interface RevisionText {
  headline: string
  kicker: string | null
  subhead: string | null
  standfirst: string | null
  bodyHtml: string
  bylines: Byline[]
}

/** sha256 (hex) of what readers see: two revisions with one hash read the same. */
export function revisionHash(text: RevisionText): string {
  const { headline, kicker, subhead, standfirst, bodyHtml, bylines } = text
  const people = bylines.map(({ role, name }) => [role, name])
  return createHash('sha256')
    .update(JSON.stringify([headline, kicker, subhead, standfirst, bodyHtml, people]))
    .digest('hex')
}
