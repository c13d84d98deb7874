import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { chmod, mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a drill that breaks off leaves: ended and taken away when this process ends, however that comes about. */
const pids = new Set<number>()
const folders = new Set<string>()

process.on('exit', () => {
  for (const pid of pids) signal(pid, 'SIGKILL')
  for (const folder of folders) clear(folder)
})
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => process.exit(1))

export const remember = (pid: number | undefined): void => void (pid && pids.add(pid))
export const forget = (pid: number | undefined): void => void (pid && pids.delete(pid))

/** A folder for a drill's data; its databases are ended with it. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-drill-'))
  // A folder nobody else may enter would send the database's files elsewhere, where nobody takes them away again.
  await chmod(folder, 0o755)
  folders.add(folder)
  return folder
}

export function removeFolder(folder: string): void {
  clear(folder)
  folders.delete(folder)
}

function clear(folder: string): void {
  for (const name of ['.', ...names(folder)]) {
    const pid = postmasterOf(join(folder, name))
    if (pid) endAtOnce(pid)
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** It is waited for: what it still writes would be in the way. */
function endAtOnce(pid: number): void {
  signal(pid, 'SIGQUIT')
  for (let waits = 0; waits < 100 && isAlive(pid); waits++) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
}

/** The process that serves the database of a data folder; null: none. */
export function postmasterOf(dataDir: string): number | null {
  try {
    return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]) || null
  } catch {
    return null
  }
}

/** Those it started, as Linux tells. */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/** As it was called, its words between zeros; "" where it has ended. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** It and all it started, at once. */
export function killTree(pid: number): void {
  const below = childrenOf(pid)
  signal(pid, 'SIGKILL')
  for (const child of below) killTree(child)
}

export function isAlive(pid: number): boolean {
  try {
    // One that has ended and was not yet waited for is dead.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended before.
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Nobody listens there now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => resolve(typeof at === 'object' && at ? at.port : 0))
    })
  })
}
