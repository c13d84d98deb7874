import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { PostgresBinaries } from './postgres-binaries'
import { isAlive } from './process-lock'
import { SetupError } from './setup-error'

/** For a small machine with one newspaper on it; imports write much at once, hence the WAL. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: "''",
  shared_buffers: '256MB',
  max_connections: '100',
  synchronous_commit: 'on',
  wal_compression: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}
/** Recovery after a crash replays at most `max_wal_size`. */
const START_SECONDS = 120
const STARTS = 5

/** Whether a server of ours runs in `folder`; waits until it answers at `url()`. A pid file left behind is removed. */
export async function isServerRunning(folder: string, url: () => string): Promise<boolean> {
  const until = Date.now() + START_SECONDS * 1000
  let last: unknown
  while (Date.now() < until) {
    const found = readPidFile(folder)
    if (!found) return false
    if (!isServerOf(folder, found.pid)) {
      rmSync(join(folder, 'postmaster.pid'), { force: true })
      return false
    }
    try {
      if (found.port) return await answers(folder, url())
    } catch (error) {
      last = error
    }
    await sleep(50)
  }
  throw new SetupError(`the PostgreSQL in ${folder} runs but does not answer: ${last}`)
}

function readPidFile(folder: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]) || 0 }
  } catch {
    return null
  }
}

/** A pid may have passed to another program: on Linux the server is known by the folder it works in. */
function isServerOf(folder: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch (error) {
    // EACCES: a container may hide other users' folders even from root; anything else: gone, or a zombie.
    return (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

async function answers(folder: string, url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`)
    if (rows[0]?.folder !== folder) throw new Error(`another PostgreSQL answers there, that of ${rows[0]?.folder}`)
    return true
  } finally {
    await client.end().catch(() => {})
  }
}

/** Starts the server, at the port it had last time where that is free. Throws with the server's own last words. */
export async function startServer(binaries: PostgresBinaries, folder: string): Promise<void> {
  const log = join(folder, 'server.log')
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(lastPort(folder))
    const options = Object.entries({ port, ...SETTINGS }).map(([name, value]) => `-c ${name}=${value}`)
    const { code, output } = await binaries.run('pg_ctl', [
      'start',
      '-D',
      folder,
      '-w',
      '-t',
      String(START_SECONDS),
      '-l',
      log,
      '-o',
      options.join(' '),
    ])
    if (code === 0) return
    const words = tail(log)
    // Processes of a killed server need a moment to notice; a port may be taken between asking and binding.
    const passing = /shared memory block|could not bind|Address already in use|lock file .* already exists/.test(words)
    if (!passing || attempt === STARTS) throw new SetupError(`PostgreSQL does not start in ${folder}: ${output}\n${words}`)
    await sleep(400 * attempt)
  }
}

export async function stopServer(binaries: PostgresBinaries, folder: string): Promise<void> {
  const { code, output } = await binaries.run('pg_ctl', ['stop', '-D', folder, '-m', 'fast', '-w', '-t', String(START_SECONDS)])
  if (code !== 0 && readPidFile(folder)) throw new SetupError(`PostgreSQL does not stop in ${folder}: ${output}`)
}

/** PostgreSQL keeps the command line of its last start. */
function lastPort(folder: string): number {
  try {
    return Number(/port=(\d+)/.exec(readFileSync(join(folder, 'postmaster.opts'), 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** `wanted`, or any other that is free. */
export function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function tail(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-2_000)
  } catch {
    return ''
  }
}
