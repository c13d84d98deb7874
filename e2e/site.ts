import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, open, readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const READY_WITHIN_MS = 300_000
const LOG = join('reports', 'e2e-site.log')

/** Settings of the shell that must not reach the site under test; an empty one counts as not set. */
const UNSET = {
  DATABASE_URL: '',
  DATABASE_DIRECT_URL: '',
  SITE_NAME: '',
  SITE_LOCALE: '',
  SITE_TIMEZONE: '',
  ALLOWED_HOSTS: '',
  METRICS_TOKEN: '',
}

/** Before all specs: the real site through its command, with a database of its own and the sample archive in it. */
export default async function startSite(): Promise<() => Promise<void>> {
  const { E2E_PORT, E2E_URL = '' } = process.env
  if (await isReady(E2E_URL)) return async () => {}
  const dataDir = join('.data', 'e2e', `run-${process.pid}`)
  await mkdir(dataDir, { recursive: true })
  await mkdir('reports', { recursive: true })
  // Specs that import run the command on the same data (e2e/newsroom.ts).
  process.env.E2E_DATA_DIR = dataDir
  const log = await open(LOG, 'w')
  const env = { ...process.env, ...UNSET, PORT: E2E_PORT, HOST: '127.0.0.1', SITE_URL: E2E_URL, DATA_DIR: dataDir }
  const site = spawn(process.execPath, [join('cli', 'start.mjs'), 'start'], { env, stdio: ['ignore', log.fd, log.fd] })
  const stop = async () => {
    await end(site)
    await log.close()
    // Run by root in a folder only root can enter, the database lies elsewhere, behind a link.
    const database = await realpath(join(dataDir, 'postgres')).catch(() => dataDir)
    for (const path of [database, dataDir]) await rm(path, { recursive: true, force: true })
  }
  try {
    await becomeReady(site, E2E_URL)
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

async function becomeReady(site: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  while (!(await isReady(url))) {
    const ended = site.exitCode !== null || site.signalCode !== null
    if (ended || Date.now() > until) {
      throw new Error(
        `the site ${ended ? 'ended' : 'is not ready in time'}; its last words:\n${(await readFile(LOG, 'utf8')).slice(-3_000)}`,
      )
    }
    await sleep(200)
  }
}

async function isReady(url: string): Promise<boolean> {
  return await fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function end(site: ChildProcess): Promise<void> {
  if (site.exitCode !== null || site.signalCode !== null) return
  const ended = once(site, 'exit')
  site.kill('SIGTERM')
  const late = setTimeout(() => site.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(late)
}
