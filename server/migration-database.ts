import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  type ColumnType,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import { Client, type DatabaseError, Pool, types } from 'pg'

/**
 * What Prisma's schema engine talks to. The stock adapter serves queries well, but splits a script at every `;` (through
 * functions and literals, each piece committed alone), knows no catalog types and leaves shadow databases behind.
 */
export class MigrationDatabase implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres'
  readonly adapterName = '@prisma/adapter-pg'
  readonly #url: string
  readonly #pools: Pool[] = []

  constructor(url: string) {
    this.#url = url
  }

  async connect(): Promise<SqlDriverAdapter> {
    return await this.#open(this.#url)
  }

  /** An empty database on the same server, in which the engine replays the migrations to see what they add up to. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `broadsheet_shadow_${randomUUID().slice(0, 8)}`
    await this.#run(`CREATE DATABASE "${name}" TEMPLATE template0`)
    const url = new URL(this.#url)
    url.pathname = `/${name}`
    return await this.#open(url.href, () => this.#run(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
  }

  async close(): Promise<void> {
    await Promise.all(this.#pools.filter((pool) => !pool.ended).map((pool) => pool.end()))
  }

  async #open(connectionString: string, afterwards?: () => Promise<void>): Promise<SqlDriverAdapter> {
    const pool = new Pool({ connectionString, max: 1, options: '-c TimeZone=UTC' })
    // A lost idle connection shows at the next query; unheard, it would end the process.
    pool.on('error', () => {})
    this.#pools.push(pool)
    return Object.assign(await new PrismaPg(pool).connect(), {
      queryRaw: (query: SqlQuery) => queryCatalog(pool, query),
      executeScript: (script: string) => runScript(pool, script),
      dispose: async () => {
        if (!afterwards || pool.ended) return
        await pool.end()
        await afterwards()
      },
    })
  }

  async #run(sql: string): Promise<void> {
    const client = new Client({ connectionString: this.#url })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }
}

/** One simple query: PostgreSQL runs all of it or nothing, and `CREATE INDEX CONCURRENTLY` alone in a file still works. */
async function runScript(pool: Pool, script: string): Promise<void> {
  await pool.query(script).catch(failAsAdapter)
}

async function queryCatalog(pool: Pool, { sql, args }: SqlQuery): Promise<SqlResultSet> {
  const query = { text: sql, values: args, rowMode: 'array' as const, types: { getTypeParser } }
  const { fields, rows } = await pool.query<unknown[]>(query).catch(failAsAdapter)
  return {
    columnNames: fields.map(({ name }) => name),
    columnTypes: fields.map(({ dataTypeID }) => COLUMN_TYPES[dataTypeID] ?? ColumnTypeEnum.Text),
    rows,
  }
}

function failAsAdapter(thrown: DatabaseError): never {
  const { code = 'N/A', severity = 'ERROR', message, detail, column, hint } = thrown
  throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
}

/** PostgreSQL's type numbers (pg_type.oid), those of pg_catalog included; whatever is not here travels as text. */
const COLUMN_TYPES: Record<number, ColumnType> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  26: ColumnTypeEnum.Int64,
  700: ColumnTypeEnum.Float,
  701: ColumnTypeEnum.Double,
  1002: ColumnTypeEnum.CharacterArray,
  1003: ColumnTypeEnum.TextArray,
  1005: ColumnTypeEnum.Int32Array,
  1007: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
  1015: ColumnTypeEnum.TextArray,
  1016: ColumnTypeEnum.Int64Array,
  1028: ColumnTypeEnum.Int64Array,
  1114: ColumnTypeEnum.DateTime,
  1184: ColumnTypeEnum.DateTime,
  1700: ColumnTypeEnum.Numeric,
}

/** Instants stay text, in the form the engine reads; the session runs in UTC. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === 1114 || oid === 1184) return (text) => `${text.replace(' ', 'T').replace(/\+00$/, '')}+00:00`
  return types.getTypeParser(oid, format ?? 'text')
}
