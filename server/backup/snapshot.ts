import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { LEFT_OUT, type TableSum } from './backup-format'

/** Values are written the same way whatever the server's own settings say; nothing of a long backup is cut off. */
const SESSION = `
  SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres';
  SET extra_float_digits = 1; SET bytea_output = 'hex'; SET search_path = public;
  SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '10s'`

export async function openClient(connectionString: string, name: string): Promise<Client> {
  const client = new Client({ connectionString, application_name: `broadsheet ${name}`, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  await client.query(SESSION)
  return client
}

export interface TableShape {
  name: string
  /** without generated ones */
  columns: string[]
  /** rows, roughly */
  estimate: number
  /** SQL: by the primary key, the same on every server */
  order: string
}

/** All tables of the schema `public` that no extension brought. */
export async function listTables(client: Client): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; estimate: number; order: string | null }>(`
    SELECT c.relname AS "name", greatest(c.reltuples, 0)::float8 AS "estimate",
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS "columns",
      (SELECT string_agg(format('%I', a.attname) || CASE WHEN a.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END, ', ' ORDER BY k.place)
       FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k(number, place), pg_attribute a
       WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.number) AS "order"
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname COLLATE "C"`)
  return rows.map(({ order, ...table }) => ({
    ...table,
    order: order ?? `${client.escapeIdentifier(table.name)}::text COLLATE "C"`,
  }))
}

export const isLeftOut = (name: string): boolean => LEFT_OUT.includes(name)

/** The rows of a table as text, in pieces of any length. */
export async function* copyOut(client: Client, { name, order }: TableShape, columns: string[]): AsyncGenerator<Buffer> {
  const quoted = (id: string) => client.escapeIdentifier(id)
  const rows = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)} ORDER BY ${order}`
  yield* client.query(copyTo(`COPY (${rows}) TO STDOUT`)) as AsyncIterable<Buffer>
}

/** Counts and hashes what goes by. */
export class TableCount {
  readonly #hash = createHash('sha256')
  readonly #name: string
  rows = 0
  bytes = 0

  constructor(name: string) {
    this.#name = name
  }

  add(text: Buffer): void {
    this.#hash.update(text)
    this.bytes += text.length
    this.rows += countLines(text)
  }

  sum(): TableSum {
    return { name: this.#name, rows: this.rows, bytes: this.bytes, sha256: this.#hash.copy().digest('hex') }
  }
}

/** A newline within a value is written `\n`: what is left of them ends rows. */
function countLines(text: Buffer): number {
  let count = 0
  for (let at = text.indexOf(10); at !== -1; at = text.indexOf(10, at + 1)) count++
  return count
}

/** As the database has it now. */
export async function countTable(client: Client, table: TableShape, columns: string[]): Promise<TableSum> {
  const count = new TableCount(table.name)
  for await (const text of copyOut(client, table, columns)) count.add(text)
  return count.sum()
}
