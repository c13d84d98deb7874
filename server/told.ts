import { channel } from 'node:diagnostics_channel'

/** What is told within a process to whoever counts. Node's channels are one for all of it, whichever bundle speaks. */
export const QUERIES = 'broadsheet:query'
export interface QueryDone {
  pool: string
  seconds: number
}

export const JOBS = 'broadsheet:job'
export interface JobDone {
  queue: string
  seconds: number
  failed: boolean
}

/** Changes heard of: how long ago each was put down, by the database's clock. */
export const CHANGES = 'broadsheet:change'
export interface ChangesHeard {
  delaysSeconds: number[]
}

interface Told {
  [QUERIES]: QueryDone
  [JOBS]: JobDone
  [CHANGES]: ChangesHeard
}

const channels = { [QUERIES]: channel(QUERIES), [JOBS]: channel(JOBS), [CHANGES]: channel(CHANGES) }

/** Costs a look where nobody counts. */
export function tell<Name extends keyof Told>(name: Name, message: Told[Name]): void {
  if (channels[name].hasSubscribers) channels[name].publish(message)
}
