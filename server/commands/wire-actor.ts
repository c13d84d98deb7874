import type { SystemActor } from './actor'

/** A wire that showed a token of its own. */
export interface WireActor extends SystemActor {
  tokenId: number
  /** what the token is called */
  label: string
  wire: string
  mayPublish: boolean
  /** with all below them; null: every category */
  categoryIds: readonly number[] | null
}
