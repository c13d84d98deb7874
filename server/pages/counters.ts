import type { Section } from '@/newsroom/page-section'

/** What kind of address was asked: a section of the site, or one of the other ways a request goes. */
export type Kind = Section | 'desk' | 'file' | 'own' | 'redirect' | 'refused'

/** Sums of this process since it started. */
export interface Counters {
  requests: number
  hits: number
  misses: number
  stale: number
  /** in the page server's own words, by status */
  plain: Record<string, number>
  /** by kind, then by the hundred of the status */
  answers: Map<Kind, Float64Array>
}

export const newCounters = (): Counters => ({ requests: 0, hits: 0, misses: 0, stale: 0, plain: {}, answers: new Map() })

/** Plain numbers: a kept page goes out in some 30 µs, of which a counter of the metrics library would take a tenth. */
export function countAnswer({ answers }: Counters, kind: Kind, status: number): void {
  let row = answers.get(kind)
  if (!row) {
    row = new Float64Array(6)
    answers.set(kind, row)
  }
  const at = Math.min(5, (status / 100) | 0)
  row[at] = (row[at] ?? 0) + 1
}
