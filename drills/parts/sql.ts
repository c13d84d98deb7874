import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

/** Asks a database over a connection of its own; one that is just coming back is waited for. */
export async function ask<Row extends object>(url: () => string, sql: string, values: unknown[] = []): Promise<Row[]> {
  for (let tries = 0; ; tries++) {
    let client: Client | undefined
    try {
      client = new Client({ connectionString: url(), connectionTimeoutMillis: 5_000, options: '-c TimeZone=UTC' })
      client.on('error', () => {})
      await client.connect()
      return (await client.query<Row>(sql, values)).rows
    } catch (error) {
      if (tries === 100 || /^(42|22)/.test((error as { code?: string }).code ?? '')) throw error
      await sleep(100)
    } finally {
      await client?.end().catch(() => {})
    }
  }
}
