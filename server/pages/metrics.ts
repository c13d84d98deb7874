import { createHash, timingSafeEqual } from 'node:crypto'

/** Sums of this process since it started. */
export interface Counters {
  requests: number
  hits: number
  stale: number
  plain: Record<string, number>
}

export const newCounters = (): Counters => ({ requests: 0, hits: 0, stale: 0, plain: {} })

/** The text format that Prometheus reads: name, kind, help, value. */
export function metricsText(values: [name: string, kind: 'counter' | 'gauge', help: string, value: number | bigint][]): string {
  return values
    .map(
      ([name, kind, help, value]) =>
        `# HELP broadsheet_${name} ${help}\n# TYPE broadsheet_${name} ${kind}\nbroadsheet_${name} ${value}\n`,
    )
    .join('')
}

/** Compared in constant time, whatever was sent. */
export function bearerMatches(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`))
}
