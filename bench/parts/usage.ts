import { readdirSync, readFileSync } from 'node:fs'

// Linux only: elsewhere there is no /proc, and all of it is zero.

/** Milliseconds of processor time of a process with its threads, so far. The kernel counts in hundredths of a second. */
export function cpuMs(pid: number): number {
  const [user = '0', system = '0'] = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ').slice(11, 13) ?? []
  return (Number(user) + Number(system)) * 10
}

/** The same of a process and all it started, those that have ended included. */
export function familyCpuMs(pid: number): number {
  return family(pid).reduce((sum, each) => {
    const times = read(`/proc/${each}/stat`).split(') ')[1]?.split(' ').slice(11, 15) ?? []
    return sum + times.reduce((ticks, text) => ticks + Number(text), 0) * 10
  }, 0)
}

/** Megabytes (10⁶) a process has in memory now, and the most it ever had. */
export function memoryMb(pid: number): { now: number; most: number } {
  const status = read(`/proc/${pid}/status`)
  const of = (name: string) => Math.round((Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1_024) / 1e6)
  return { now: of('VmRSS'), most: of('VmHWM') }
}

/** A process and all it started that still run. */
export function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(read(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1])] as const)
  const found = [pid]
  for (const each of found) for (const [child, parent] of parents) if (parent === each) found.push(child)
  return found
}

/** Of the embedded PostgreSQL of a data folder; null when it does not run. */
export function postgresPid(dataDir: string): number | null {
  return Number(read(`${dataDir}/postgres/postmaster.pid`).split('\n')[0]) || null
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
