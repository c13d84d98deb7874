import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, open, readFile, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const READY_WITHIN_MS = 300_000

/** Settings of the shell that must not reach a site under test; an empty one counts as not set. */
const UNSET = {
  DATABASE_URL: '',
  DATABASE_DIRECT_URL: '',
  DATABASE_REPLICA_URL: '',
  SITE_NAME: '',
  SITE_LOCALE: '',
  SITE_TIMEZONE: '',
  ALLOWED_HOSTS: '',
  METRICS_TOKEN: '',
  ADMIN_EMAIL: '',
  ADMIN_PASSWORD: '',
  AUTH_SECRET: '',
  SMTP_URL: '',
  TRUSTED_PROXIES: '',
  WEB_CONCURRENCY: '',
}

export interface SiteProcess {
  /** Ends it as an operator does; answers its exit code, null where it had to be killed. */
  stop(): Promise<number | null>
  /** Ends it as a power cut does. */
  kill(): Promise<void>
}

export interface SiteSettings {
  url: string
  dataDir: string
  /** where all it says goes */
  log: string
  /** what Node runs */
  command?: string[]
  settings?: Record<string, string>
  /** answers with 200 when it is ready */
  probe?: string
}

/** Runs a site as a process of its own; resolves when it is ready, throws with its last words when it is not to be. */
export async function runSite(site: SiteSettings): Promise<SiteProcess> {
  const { url, dataDir, command = [join('cli', 'start.mjs'), 'start'], probe = '/readyz' } = site
  for (const folder of [dataDir, dirname(site.log)]) await mkdir(folder, { recursive: true })
  const log = await open(site.log, 'w')
  const { port: PORT, hostname: HOST } = new URL(url)
  const env = { ...process.env, ...UNSET, PORT, HOST, SITE_URL: url, DATA_DIR: dataDir, ...site.settings }
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', log.fd, log.fd] })
  const stop = async () => {
    const code = await end(child)
    await log.close()
    return code
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await stop()
  }
  try {
    await becomeReady(child, `${url}${probe}`, site.log)
  } catch (error) {
    await stop()
    throw error
  }
  return { stop, kill }
}

/** Run by root in a folder only root can enter, the database lies elsewhere, behind a link. A server left there is ended. */
export async function removeData(dataDir: string): Promise<void> {
  const left = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null)
  try {
    if (left) process.kill(Number(left.split('\n')[0]), 'SIGQUIT')
  } catch {
    // It has died before.
  }
  const database = await realpath(join(dataDir, 'postgres')).catch(() => dataDir)
  for (const path of [database, dataDir]) await rm(path, { recursive: true, force: true })
}

export async function isReady(probe: string): Promise<boolean> {
  return await fetch(probe).then(
    ({ ok }) => ok,
    () => false,
  )
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

async function becomeReady(site: ChildProcess, probe: string, log: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  while (!(await isReady(probe))) {
    const ended = site.exitCode !== null || site.signalCode !== null
    if (ended || Date.now() > until) {
      throw new Error(
        `the site ${ended ? 'ended' : 'is not ready in time'}; its last words:\n${(await readFile(log, 'utf8')).slice(-3_000)}`,
      )
    }
    await sleep(200)
  }
}

async function end(site: ChildProcess): Promise<number | null> {
  if (site.exitCode !== null || site.signalCode !== null) return site.exitCode
  const ended = once(site, 'exit')
  if (!site.killed) site.kill('SIGTERM')
  const late = setTimeout(() => site.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(late)
  return site.exitCode
}
