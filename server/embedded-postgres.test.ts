import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureEmbeddedPostgres, stopEmbeddedPostgres } from './embedded-postgres'
import { REACHABLE_PLACE } from './postgres-binaries'

let folder: string
let dataDir: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-'))
  await chmod(folder, 0o755)
  dataDir = join(folder, 'data')
})
afterEach(async () => {
  await stopEmbeddedPostgres(dataDir, { ifUnused: false })
  await rm(folder, { recursive: true, force: true })
})

/** Another process, as a command beside the site would be. */
const CALL = `const { ensureEmbeddedPostgres: ensure, stopEmbeddedPostgres: stop } = await import('./server/embedded-postgres')
const dataDir = ${JSON.stringify('DATA_DIR')}
`
const script = (work: string) => ['--import', 'tsx', '--input-type=module', '-e', CALL.replace('DATA_DIR', dataDir) + work]
const inProcess = async (work: string) => (await promisify(execFile)(process.execPath, script(work))).stdout.trim()

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
const pidOf = async () => Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

describe('the embedded PostgreSQL', () => {
  it('is made and started once when several processes ask at once', async () => {
    const ask = `console.log(JSON.stringify(await ensure(dataDir))); process.exit()`
    const answers = (await Promise.all([1, 2, 3].map(() => inProcess(ask)))).map(
      (text) => JSON.parse(text) as { url: string; started: boolean },
    )
    expect(answers.filter(({ started }) => started)).toHaveLength(1)
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1)
    const [row] = await query<{ zone: string; encoding: string }>(
      answers[0]?.url ?? '',
      `SELECT current_setting('TimeZone') AS zone, current_setting('server_encoding') AS encoding`,
    )
    expect(row).toEqual({ zone: 'UTC', encoding: 'UTF8' })
  })

  it('has every acknowledged row after kill -9, at the same address', async () => {
    const { url } = await ensureEmbeddedPostgres(dataDir)
    await query(url, 'CREATE TABLE kept (n int)')
    await query(url, 'INSERT INTO kept SELECT generate_series(1, 500)')
    process.kill(await pidOf(), 'SIGKILL')
    expect(await ensureEmbeddedPostgres(dataDir)).toEqual({ url, started: true })
    expect(await query(url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 500 }])
  })

  it('starts over a pid file left behind, whoever wears that pid now', async () => {
    await ensureEmbeddedPostgres(dataDir)
    const file = join(dataDir, 'postgres', 'postmaster.pid')
    const left = await readFile(file, 'utf8')
    await stopEmbeddedPostgres(dataDir, { ifUnused: false })
    await writeFile(file, left.replace(/^\d+/, String(process.pid)))
    expect(await ensureEmbeddedPostgres(dataDir)).toMatchObject({ started: true })
  })

  it('stops for the last one who used it, not before', async () => {
    const other = spawn(process.execPath, script(`await ensure(dataDir); console.log('there'); setInterval(() => {}, 1000)`))
    await once(other.stdout, 'data')
    const { url, started } = await ensureEmbeddedPostgres(dataDir)
    expect(started).toBe(false)
    expect(await stopEmbeddedPostgres(dataDir, { ifUnused: true })).toBe(false)
    other.kill('SIGKILL')
    await once(other, 'exit')
    await ensureEmbeddedPostgres(dataDir)
    const client = new Client({ connectionString: url })
    await client.connect()
    expect(await stopEmbeddedPostgres(dataDir, { ifUnused: true })).toBe(false)
    await client.end()
    expect(await stopEmbeddedPostgres(dataDir, { ifUnused: true })).toBe(true)
    await expect(query(url, 'SELECT 1')).rejects.toThrow()
  })

  it('does not keep a process alive that has nothing else to do', async () => {
    expect(await inProcess(`await ensure(dataDir); console.log('done')`)).toBe('done')
  })

  it('says so when the folder holds something else', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true })
    await expect(ensureEmbeddedPostgres(dataDir)).rejects.toThrow(/holds no database/)
    await rm(join(dataDir, 'postgres'), { recursive: true })
  })

  it.runIf(process.geteuid?.() === 0)('goes where its user can reach it when root keeps the folder to itself', async () => {
    await chmod(folder, 0o700)
    const { url } = await ensureEmbeddedPostgres(dataDir)
    const [row] = await query<{ at: string }>(url, `SELECT current_setting('data_directory') AS at`)
    expect(row?.at).toBe(await realpath(join(dataDir, 'postgres')))
    expect(row?.at.startsWith(REACHABLE_PLACE)).toBe(true)
    await stopEmbeddedPostgres(dataDir, { ifUnused: false })
    expect(await ensureEmbeddedPostgres(dataDir)).toEqual({ url, started: true })
    await stopEmbeddedPostgres(dataDir, { ifUnused: false })
    await rm(row?.at ?? '', { recursive: true })
    await rm(join(dataDir, 'postgres'))
  })
})
