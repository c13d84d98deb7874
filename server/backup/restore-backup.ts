import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { deployMigrations } from '@/server/migrations'
import { prepareQueues } from '@/server/queue'
import { SetupError } from '@/server/setup-error'
import type { BackupEnd, BackupHead } from './backup-format'
import { readBackup } from './check-backup'
import { PictureKeeper } from './keep-pictures'
import { rebuildSchema } from './rebuild-schema'
import { restoreSecret, type SecretOutcome } from './restore-secret'
import { setAside } from './set-aside'
import { settleRestored } from './settle-restored'
import { countTable, listTables, openClient, type TableShape } from './snapshot'

export interface RestoreOptions {
  /** checked before: `checkBackup` */
  file: string
  /** of the database that is replaced */
  url: string
  /** of the compressed file */
  onBytes?: (done: number) => void
  signal?: AbortSignal
}

export interface Restored {
  head: BackupHead
  end: BackupEnd
  secret: SecretOutcome
  /** migrations that this version brought to an older backup */
  migrated: string[]
  /** pictures whose other sizes are being made anew */
  rendering: number
}

/**
 * Puts a backup in the place of what is in the database: in one transaction, which is kept only when every table and every
 * picture, read again, is as the backup has it. Then this version's migrations are applied.
 */
export async function restoreBackup({ file, url, onBytes, signal }: RestoreOptions): Promise<Restored> {
  const client = await openClient(url, 'restore')
  try {
    const { tables, ...done } = await load(client, file, { onBytes, signal })
    for (const { name } of tables) await client.query(`VACUUM (ANALYZE) ${client.escapeIdentifier(name)}`)
    const migrated = await deployMigrations(url)
    await prepareQueues(url)
    return { ...done, migrated, rendering: await settleRestored(done.head) }
  } finally {
    await client.end().catch(() => {})
  }
}

interface Loaded {
  head: BackupHead
  end: BackupEnd
  secret: SecretOutcome
  tables: TableShape[]
}

async function load(
  client: Client,
  file: string,
  { onBytes, signal }: Pick<RestoreOptions, 'onBytes' | 'signal'>,
): Promise<Loaded> {
  const pictures = new PictureKeeper()
  let prepared: Prepared | undefined
  let secret: Buffer | null = null
  await client.query('BEGIN')
  try {
    for await (const piece of readBackup(file, onBytes)) {
      signal?.throwIfAborted()
      if (piece.kind === 'head') prepared = await prepare(client, piece.head)
      if (piece.kind === 'secret') secret = piece.bytes
      if (piece.kind === 'media') await pictures.add(piece.key, piece.bytes)
      if (piece.kind === 'rows' && prepared)
        await copyIn(client, piece.table, prepared.columns.get(piece.table) ?? [], piece.text)
      if (piece.kind !== 'end' || !prepared) continue
      await pictures.finish()
      const { head, tables, bringBack } = prepared
      await mustBeSame(client, prepared, piece.end)
      await setSequences(client, head)
      await bringBack()
      const outcome = await restoreSecret(secret)
      await client.query('COMMIT')
      return { head, end: piece.end, secret: outcome, tables }
    }
    throw new Error('a backup without an end')
  } catch (error) {
    await pictures.finish().catch(() => {})
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

interface Prepared {
  head: BackupHead
  tables: TableShape[]
  /** as the backup has them */
  columns: Map<string, string[]>
  bringBack: () => Promise<void>
}

async function prepare(client: Client, head: BackupHead): Promise<Prepared> {
  await rebuildSchema(client, head.migrations)
  const tables = await listTables(client)
  const made = new Map(tables.map(({ name, columns }) => [name, columns]))
  for (const { name, columns } of head.tables) {
    const unknown = columns.filter((column) => !made.get(name)?.includes(column))
    if (unknown.length > 0)
      throw new SetupError(
        `备份里的 ${name}（${unknown.join(', ')}）不是 Broadsheet 的表或列 / the backup holds a table or columns that Broadsheet did not make: ${name} (${unknown.join(', ')})`,
      )
  }
  const bringBack = await setAside(client)
  return { head, tables, columns: new Map(head.tables.map(({ name, columns }) => [name, columns])), bringBack }
}

async function copyIn(client: Client, table: string, columns: string[], text: Buffer): Promise<void> {
  const names = columns.map((name) => client.escapeIdentifier(name)).join(', ')
  const copy = client.query(copyFrom(`COPY ${client.escapeIdentifier(table)} (${names}) FROM STDIN`))
  await pipeline(Readable.from([text]), copy)
}

/** What was loaded is asked for again, as it was when the backup was made. */
async function mustBeSame(client: Client, { tables, columns }: Prepared, end: BackupEnd): Promise<void> {
  const told = new Map(end.tables.map((sum) => [sum.name, sum]))
  for (const table of tables) {
    const wanted = told.get(table.name)
    if (!wanted) continue
    const found = await countTable(client, table, columns.get(table.name) ?? [])
    if (found.rows === wanted.rows && found.sha256 === wanted.sha256) continue
    throw new SetupError(
      `载入后的 ${table.name} 与备份不同，已撤销恢复 / the table ${table.name} is another once loaded: nothing was restored (${found.rows} rows, ${wanted.rows} in the backup)`,
    )
  }
}

async function setSequences(client: Client, { sequences }: BackupHead): Promise<void> {
  for (const { name, last } of sequences)
    if (last !== null) await client.query(`SELECT setval(format('public.%I', $1::text)::regclass, $2::bigint)`, [name, last])
}
