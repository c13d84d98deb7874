import type { DryRunCall } from './dry-run'

/** How it goes with one outlet. */
export interface OutletState {
  lastAt: Date | null
  /** 0: nothing came back; null: never tried */
  lastStatus: number | null
  lastAnswer: string | null
  /** in a row */
  failures: number
  /** only while it is left alone */
  pausedUntil: Date | null
  waiting: number
  gaveUp: number
}

export interface WebhookState extends OutletState {
  id: number
  url: string
  /** the address without what may be a password */
  shown: string
  events: string[]
  active: boolean
  /** by the machinery */
  switchedOff: boolean
  last: DeliveryLine[]
}

/** One thing to tell, or told. */
export interface DeliveryLine {
  id: string
  channel: string
  target: string
  event: string
  attempts: number
  createdAt: Date
  notBefore: Date
  doneAt: Date | null
  gaveUpAt: Date | null
  dryRun: boolean
  lastStatus: number | null
  lastAnswer: string | null
  /** of a dry run: what would have been sent, with others in one call perhaps */
  call: DryRunCall | null
}

export type DeliveryState = 'waiting' | 'retrying' | 'sent' | 'dry' | 'gave-up' | 'superseded'

export function deliveryState({
  doneAt,
  gaveUpAt,
  dryRun,
  attempts,
  lastStatus,
  lastAnswer,
}: Omit<DeliveryLine, 'call'>): DeliveryState {
  if (gaveUpAt) return 'gave-up'
  if (!doneAt) return attempts > 0 ? 'retrying' : 'waiting'
  if (dryRun) return 'dry'
  return lastStatus === 0 && lastAnswer === 'superseded' ? 'superseded' : 'sent'
}
