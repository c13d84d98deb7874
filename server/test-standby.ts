import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { ensureEmbeddedPostgres, stopEmbeddedPostgres } from './embedded-postgres'
import { deployMigrations } from './migrations'
import { prepareQueues } from './queue'

/** A PostgreSQL of a test's own. */
export class TestServer {
  readonly #dataDir: string
  url = ''

  constructor(dataDir: string) {
    this.#dataDir = dataDir
  }

  get folder(): string {
    return join(this.#dataDir, 'postgres')
  }

  async start(): Promise<void> {
    this.url = (await ensureEmbeddedPostgres(this.#dataDir)).url
  }

  async stop(): Promise<void> {
    await stopEmbeddedPostgres(this.#dataDir, { ifUnused: false })
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    process.kill(Number((await readFile(join(this.folder, 'postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL')
  }

  async ask<Row extends object>(sql: string): Promise<Row[]> {
    const client = new Client({ connectionString: this.url })
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query<Row>(sql)).rows
    } finally {
      await client.end()
    }
  }
}

/** A migrated primary and a standby that follows it by streaming: a cold copy of its folder, as there is no pg_basebackup. */
export async function openStreamingPair(): Promise<{ primary: TestServer; standby: TestServer; end(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'streaming-'))
  await chmod(folder, 0o755)
  const [primary, standby] = [join(folder, 'primary'), join(folder, 'standby')].map((path) => new TestServer(path))
  if (!primary || !standby) throw new Error('two servers are two')
  await primary.start()
  await primary.ask('ALTER SYSTEM SET fsync = off')
  await deployMigrations(primary.url)
  await prepareQueues(primary.url)
  await primary.stop()
  await cp(join(folder, 'primary'), join(folder, 'standby'), { recursive: true })
  await primary.start()
  await writeFile(join(standby.folder, 'standby.signal'), '')
  const follow = [`primary_conninfo = '${primary.url}'`, `wal_retrieve_retry_interval = '100ms'`, 'fsync = off']
  await writeFile(join(standby.folder, 'postgresql.auto.conf'), `${follow.join('\n')}\n`)
  await standby.start()
  const end = async () => {
    await standby.stop()
    await primary.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { primary, standby, end }
}
