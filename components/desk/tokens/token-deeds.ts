import type { NewApiToken } from '@/newsroom/desk/api-token'
import type { Outcome } from '@/newsroom/desk/outcome'

interface Named {
  id: number
  name: string
}

/** A token as the page lists it; itself it was shown once. */
export interface ListedToken {
  id: number
  name: string
  wire: string
  prefix: string
  publishes: boolean
  /** none: every category */
  categories: readonly Named[]
  usedOn: string | null
  /** the last day it is good for; null: it does not end */
  until: string | null
  state: 'good' | 'ended' | 'revoked'
  madeBy: string
  made: string
}

export interface CategoryChoice extends Named {
  initials: string
}

/** What an administrator does with tokens: the page's actions. */
export interface TokenDeeds {
  make(input: NewApiToken): Promise<Outcome<{ token: string }>>
  revoke(input: { tokenId: number }): Promise<Outcome>
}
