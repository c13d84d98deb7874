import { createHash } from 'node:crypto'
import type { DraftContent } from './draft'

/**
 * sha256 (hex) of what a reviewer signs. Tags are not in it: they help to find a text and are no part of it, so filing an
 * article under one more tag voids no signature.
 */
export function draftHash({ tagIds: _, bylines, ...rest }: DraftContent): string {
  // A JSON column keeps no order of keys, so nothing here may depend on one.
  const signed = { ...rest, bylines: bylines.map(({ personId, role }) => [personId, role]) }
  const ordered = Object.entries(signed).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex')
}
