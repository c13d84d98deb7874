import { createHash } from 'node:crypto'
import type { DraftContent } from './draft'

/**
 * sha256 (hex) of what a reviewer signs. Tags are not in it: they help to find a text and are no part of it, so filing an
 * article under one more tag voids no signature.
 */
export function draftHash({ tagIds: _, ...signed }: DraftContent): string {
  const ordered = Object.entries(signed).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex')
}
