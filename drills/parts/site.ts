import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { childrenOf, commandOf, forget, freePort, isAlive, remember, signal } from './processes'

export const PROJECT = join(import.meta.dirname, '..', '..')
export const ADMINISTRATOR = { email: 'first@ribao.example', password: `lantern ${randomBytes(12).toString('hex')}` }
const READY_WITHIN_MS = 300_000

/** Settings of the shell that must not reach a site under test; an empty one counts as not set. */
const UNSET = {
  ...{ DATABASE_URL: '', DATABASE_DIRECT_URL: '', DATABASE_REPLICA_URL: '', STORAGE_URL: '', SITE_NAME: '', SITE_LOCALE: '' },
  ...{ SITE_TIMEZONE: '', ALLOWED_HOSTS: '', METRICS_TOKEN: '', AUTH_SECRET: '', SMTP_URL: '', TRUSTED_PROXIES: '' },
  ...{ WEB_CONCURRENCY: '', JOBS: '' },
}

/** A site as an operator has it, which can be killed and started again. */
export class Site {
  readonly url: string
  /** where all it says goes */
  readonly log: string
  readonly #env: Record<string, string>
  #child: ChildProcess | null = null
  /** where in its log this start begins */
  #logFrom = 0

  private constructor(
    readonly dataDir: string,
    port: number,
    env: Record<string, string>,
    log: string | undefined,
  ) {
    this.log = log ?? `${dataDir}-${port}.log`
    this.url = `http://127.0.0.1:${port}`
    const own = { PORT: String(port), HOST: '127.0.0.1', SITE_URL: this.url, DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
    const first = { ADMIN_EMAIL: ADMINISTRATOR.email, ADMIN_PASSWORD: ADMINISTRATOR.password }
    this.#env = { ...UNSET, ...own, ...first, ...env }
  }

  /** Not started yet. Several of one folder share its database, as several servers do. */
  static async at(dataDir: string, env: Record<string, string> = {}, log?: string): Promise<Site> {
    return new Site(dataDir, await freePort(), env, log)
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Its serving processes, where it has several. */
  get workers(): number[] {
    return childrenOf(this.pid).filter(isAlive)
  }

  /** Of these the ones that serve readers. */
  get serving(): number[] {
    return this.workers.filter((pid) => commandOf(pid).includes('serve-worker'))
  }

  /** Milliseconds until it was ready. Throws with its last words when it does not become so. */
  async start(): Promise<number> {
    await mkdir(this.dataDir, { recursive: true })
    this.#logFrom = await stat(this.log).then(
      ({ size }) => size,
      () => 0,
    )
    const log = await open(this.log, 'a')
    const began = performance.now()
    const child = spawn(process.execPath, [join(PROJECT, 'cli', 'start.mjs'), 'start'], {
      cwd: PROJECT,
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', log.fd, log.fd],
    })
    this.#child = child
    remember(child.pid)
    await log.close()
    while (!(await this.isReady())) {
      if (child.exitCode !== null || child.signalCode !== null || performance.now() - began > READY_WITHIN_MS)
        throw new Error(`the site is not ready; its last words:\n${(await readFile(this.log, 'utf8')).slice(-3_000)}`)
      await sleep(50)
    }
    return performance.now() - began
  }

  /** Resolves when all of it is there, not one process that answers: it says so. */
  async isWhole(): Promise<void> {
    while (!(await readFile(this.log)).subarray(this.#logFrom).includes('the site is ready')) await sleep(50)
  }

  async isReady(): Promise<boolean> {
    return (await this.status('/readyz')) === 200
  }

  /** 0: no answer. */
  async status(path: string): Promise<number> {
    return await fetch(this.url + path, { signal: AbortSignal.timeout(15_000) }).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      },
      () => 0,
    )
  }

  /** Milliseconds until it is ready again. */
  async becomesReady(withinMs = READY_WITHIN_MS): Promise<number> {
    const began = performance.now()
    while (!(await this.isReady())) {
      if (performance.now() - began > withinMs) throw new Error(`the site is not ready again; see ${this.log}`)
      await sleep(50)
    }
    return performance.now() - began
  }

  /** As a power cut does. Resolves when all of it is gone, its serving processes too. */
  async kill(): Promise<void> {
    const workers = this.workers
    await this.#end('SIGKILL')
    while (workers.some(isAlive)) await sleep(10)
  }

  /** As an operator does; answers its exit code, null where it had to be killed. */
  async stop(): Promise<number | null> {
    return await this.#end('SIGTERM')
  }

  async #end(how: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.#child
    if (!child) return 0
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill(how)
      const late = setTimeout(() => signal(child.pid ?? 0, 'SIGKILL'), 20_000)
      await ended
      clearTimeout(late)
    }
    forget(child.pid)
    this.#child = null
    return child.exitCode
  }

  /** Runs one of the commands on this site's data. Answers a process that is under way. */
  command(...words: string[]): ChildProcess {
    const child = spawn(process.execPath, [join(PROJECT, 'cli', 'start.mjs'), ...words], {
      cwd: PROJECT,
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    remember(child.pid)
    child.on('exit', () => forget(child.pid))
    return child
  }
}

/** The embedded database of a data folder. */
export function databaseUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
  const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`
}
