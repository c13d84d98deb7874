import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, lchownSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { chmod, chown, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PostgresBinaries, REACHABLE_PLACE } from './postgres-binaries'
import { SetupError } from './setup-error'
import { canReach, type User } from './unprivileged-user'

/** Tested to sort and search Chinese: with a C ctype, trigrams would see no Han character at all. */
const INITDB = [
  '-U',
  'postgres',
  '-E',
  'UTF8',
  '--auth=scram-sha-256',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
]
const CTYPE = process.platform === 'linux' ? ['--lc-ctype=C.UTF-8'] : []

/** Makes sure `DATA_DIR/postgres` holds a database cluster the server may use; answers its real folder. */
export async function prepareCluster(binaries: PostgresBinaries, dataDir: string): Promise<string> {
  const folder = join(dataDir, 'postgres')
  const entry = lstatSync(folder, { throwIfNoEntry: false })
  if (!entry) await createCluster(binaries, dataDir)
  else if (!existsSync(join(folder, 'PG_VERSION'))) {
    const where = entry.isSymbolicLink() ? 'points to a folder that is gone' : 'holds no database'
    throw new SetupError(`${folder} ${where}: move it away to begin with an empty database`)
  }
  const real = realpathSync(folder)
  mustBeOfVersion(binaries, real)
  mustBeUsable(binaries.user, real)
  return real
}

/** All or nothing: made beside, renamed at the end, so a kill in between leaves no half cluster. */
async function createCluster({ user, run }: PostgresBinaries, dataDir: string): Promise<void> {
  const elsewhere = user !== null && !canReach(user, dataDir)
  const folder = elsewhere
    ? join(REACHABLE_PLACE, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
    : join(dataDir, 'postgres')
  const draft = `${folder}.new`
  const passwordFile = `${folder}.new.password`
  const password = randomBytes(18).toString('base64url')
  if (elsewhere) await mkdir(REACHABLE_PLACE, { recursive: true }).then(() => chmod(REACHABLE_PLACE, 0o755))
  await rm(draft, { recursive: true, force: true })
  await rm(passwordFile, { force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user) for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid)
  try {
    const { code, output } = await run('initdb', ['-D', draft, `--pwfile=${passwordFile}`, ...INITDB, ...CTYPE])
    if (code !== 0) throw new SetupError(`PostgreSQL cannot make its database in ${folder}: ${output}`)
    await writeFile(join(dataDir, 'postgres.password'), `${password}\n`, { mode: 0o600 })
    await rename(draft, folder)
    if (elsewhere) await symlink(folder, join(dataDir, 'postgres'))
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

function mustBeOfVersion({ version }: PostgresBinaries, folder: string): void {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (made === version.split('.')[0]) return
  throw new SetupError(
    `${folder} was made by PostgreSQL ${made}, this is PostgreSQL ${version}: take a backup with the version before, then restore it into an empty DATA_DIR`,
  )
}

function mustBeUsable(user: User | null, folder: string): void {
  const { uid } = statSync(folder)
  if (!user) {
    if (process.geteuid && uid !== process.geteuid()) {
      throw new SetupError(
        `${folder} belongs to another user (uid ${uid}), perhaps from a start as root: run as that user, or chown -R it`,
      )
    }
    return
  }
  if (!canReach({ ...user, uid }, folder)) {
    throw new SetupError(
      `the user ${user.name}, as whom root runs PostgreSQL, cannot reach ${folder}: open the folders above it (chmod o+x), or set DATA_DIR`,
    )
  }
  if (uid !== user.uid) giveTo(user, folder)
}

function giveTo({ uid, gid }: User, folder: string): void {
  chownSync(folder, uid, gid)
  for (const { parentPath, name } of readdirSync(folder, { recursive: true, withFileTypes: true }))
    lchownSync(join(parentPath, name), uid, gid)
}
