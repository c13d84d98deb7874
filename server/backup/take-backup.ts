import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { config } from '@/server/config'
import { SetupError } from '@/server/setup-error'
import { BackupWriter, type WrittenFile } from './backup-file'
import {
  type BackupEnd,
  type BackupHead,
  FORMAT,
  HEAD_NAME,
  LEFT_OUT,
  numbered,
  SECRET_NAME,
  type TableSum,
} from './backup-format'
import { productVersion } from './product-version'
import { copyOut, isLeftOut, listTables, openClient, TableCount, type TableShape } from './snapshot'
import { writeMedia } from './write-media'

/** A part of a table is at least so long, and ends with a row. */
const PART_BYTES = 4 * 2 ** 20

export interface BackupOptions {
  /** must not be there yet */
  file: string
  url: string
  withMedia: boolean
  signal?: AbortSignal
  onProgress?: (progress: { done: number; total: number }) => void
}

export interface BackupDone {
  head: BackupHead
  end: BackupEnd
  written: WrittenFile
}

/**
 * Database and pictures as they are at one moment, in one file, while everybody works on: the rows of one snapshot, then the
 * pictures that snapshot names (a file is there before a row names it, names its content, and never changes).
 */
export async function takeBackup({ file, url, withMedia, signal, onProgress }: BackupOptions): Promise<BackupDone> {
  if (existsSync(file)) throw new SetupError(`${file} 已存在，请另取名称 / is there already: choose another name`)
  if (!existsSync(dirname(file))) throw new SetupError(`文件夹不存在 / there is no folder ${dirname(file)}`)
  const madeAt = new Date()
  const writer = new BackupWriter(file, madeAt)
  const keysFile = `${file}.keys.part`
  try {
    const client = await openClient(url, 'backup')
    let snapshot: Snapshot
    try {
      snapshot = await writeDatabase(client, writer, { madeAt, withMedia, keysFile, signal, onProgress })
    } finally {
      await client.end().catch(() => {})
    }
    await writeSecret(writer)
    const { head, tables, rows, keys } = snapshot
    const media = await writeMedia(writer, withMedia ? linesOf(keysFile) : [], (files) => {
      signal?.throwIfAborted()
      onProgress?.({ done: rows + files, total: rows + keys })
    })
    const end: BackupEnd = { entries: writer.hash.count, sha256: writer.hash.digest(), tables, media }
    return { head, end, written: await writer.end(`${JSON.stringify(end, null, 2)}\n`) }
  } catch (error) {
    await writer.giveUp()
    throw error
  } finally {
    await rm(keysFile, { force: true })
  }
}

interface Snapshot {
  head: BackupHead
  tables: TableSum[]
  rows: number
  keys: number
}

interface DatabaseOptions extends Pick<BackupOptions, 'withMedia' | 'signal' | 'onProgress'> {
  madeAt: Date
  keysFile: string
}

async function writeDatabase(client: Client, writer: BackupWriter, options: DatabaseOptions): Promise<Snapshot> {
  const { madeAt, withMedia, keysFile, signal, onProgress } = options
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const all = await listTables(client)
  if (!all.some(({ name }) => name === '_prisma_migrations'))
    throw new SetupError('这个数据库里没有 Broadsheet 的数据 / this database holds no Broadsheet: there is nothing to back up')
  // As pg_dump does: nobody may change their shape meanwhile.
  await client.query(`LOCK TABLE ${all.map(({ name }) => client.escapeIdentifier(name)).join(', ')} IN ACCESS SHARE MODE`)
  const taken = all.filter(({ name }) => !isLeftOut(name))
  const head = { ...(await describe(client, taken)), madeAt: madeAt.toISOString(), hasMedia: withMedia }
  await writer.add(HEAD_NAME, Buffer.from(`${JSON.stringify(head, null, 2)}\n`))
  const keys = withMedia ? await noteKeys(client, keysFile) : 0
  const total = taken.reduce((sum, { estimate }) => sum + estimate, keys)
  const tables: TableSum[] = []
  let rows = 0
  for (const table of taken) {
    const onRows = (count: number) => {
      signal?.throwIfAborted()
      onProgress?.({ done: rows + count, total: Math.max(total, rows + count) })
    }
    const sum = await writeTable(client, writer, table, onRows)
    rows += sum.rows
    tables.push(sum)
  }
  await client.query('COMMIT')
  return { head, tables, rows, keys }
}

async function describe(client: Client, tables: TableShape[]): Promise<Omit<BackupHead, 'madeAt' | 'hasMedia'>> {
  const { rows: migrations } = await client.query<{ name: string }>(`
    SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL
    ORDER BY "started_at", "migration_name"`)
  const { rows: sequences } = await client.query<{ name: string; last: string | null }>(`
    SELECT "sequencename"::text AS "name", "last_value"::text AS "last" FROM pg_sequences
    WHERE "schemaname" = 'public' ORDER BY "sequencename" COLLATE "C"`)
  const { rows: servers } = await client.query<{ server_version: string }>('SHOW server_version')
  return {
    product: 'broadsheet',
    format: FORMAT,
    version: productVersion(),
    postgres: servers[0]?.server_version ?? '',
    migrations: migrations.map(({ name }) => name),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
    leftOut: [...LEFT_OUT],
    sequences,
  }
}

async function writeTable(
  client: Client,
  writer: BackupWriter,
  table: TableShape,
  onRows: (rows: number) => void,
): Promise<TableSum> {
  const count = new TableCount(table.name)
  let waiting: Buffer[] = []
  let parts = 0
  const put = async (bytes: Buffer) => {
    if (bytes.length > 0) await writer.add(numbered(`database/${table.name}`, ++parts, 'copy'), bytes)
  }
  for await (const text of copyOut(client, table, table.columns)) {
    count.add(text)
    waiting.push(text)
    if (waiting.reduce((sum, { length }) => sum + length, 0) < PART_BYTES) continue
    const bytes = Buffer.concat(waiting)
    const cut = bytes.lastIndexOf(10) + 1
    waiting = [bytes.subarray(cut)]
    await put(bytes.subarray(0, cut))
    onRows(count.rows)
  }
  await put(Buffer.concat(waiting))
  onRows(count.rows)
  return count.sum()
}

/** The keys of all pictures this snapshot names, a line each, kept aside: they may be more than fit into memory. */
async function noteKeys(client: Client, file: string): Promise<number> {
  const keys = `
    SELECT DISTINCT "key" FROM (
      SELECT r->>'key' AS "key" FROM "Media", jsonb_array_elements("renditions") r
      UNION ALL SELECT "originalKey" FROM "Media") named
    WHERE "key" IS NOT NULL ORDER BY 1`
  const copy = client.query(copyTo(`COPY (${keys}) TO STDOUT`))
  await pipeline(copy, createWriteStream(file, { mode: 0o600 }))
  return copy.rowCount
}

/** Without it nobody's second factor could be read on another machine. AUTH_SECRET of the environment is the operator's to keep. */
async function writeSecret(writer: BackupWriter): Promise<void> {
  const { AUTH_SECRET, DATA_DIR } = config()
  const file = join(DATA_DIR, 'auth-secret')
  if (!AUTH_SECRET && existsSync(file)) await writer.add(SECRET_NAME, await readFile(file))
}

const linesOf = (file: string) => createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
