import type { CountedChannel } from '@/newsroom/share-channel'

/** What became of an article among readers, day by day. */
export interface Readership {
  headline: string
  path: string | null
  /** the oldest first, without a gap, today last */
  days: ReadershipDay[]
  /** over all time, the busiest first */
  channels: { channel: CountedChannel; count: number }[]
  /** over all time */
  reads: number
  shares: number
}

export interface ReadershipDay {
  /** `2026-11-23` */
  day: string
  reads: number
  /** short links followed, by the way they travelled */
  shares: Partial<Record<CountedChannel, number>>
}

export const sharesOf = ({ shares }: ReadershipDay): number => Object.values(shares).reduce((sum, count) => sum + count, 0)

/** The top of an axis: the next of 1, 2, 5, 10, 20, 50 …, so that its lines are round. */
export function axisTop(most: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [1, 2, 5, 10].map((factor) => factor * step).find((top) => top >= most) ?? most
}
