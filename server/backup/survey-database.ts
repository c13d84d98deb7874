import type { Client } from 'pg'
import { isLeftOut, listTables } from './snapshot'

export interface DatabaseSurvey {
  /** holds tables that Broadsheet did not make */
  isForeign: boolean
  /** nothing in it that anybody could miss */
  isEmpty: boolean
  /** what works on it: "broadsheet site", "broadsheet bus" … */
  users: string[]
  /** rows by table, where there are any */
  rows: { table: string; count: number }[]
}

/** What a restore would find, and replace. */
export async function surveyDatabase(client: Client): Promise<DatabaseSurvey> {
  const tables = await listTables(client)
  const isForeign = tables.length > 0 && !tables.some(({ name }) => name === '_prisma_migrations')
  const rows: DatabaseSurvey['rows'] = []
  for (const { name } of tables) {
    if (isForeign || name === '_prisma_migrations' || isLeftOut(name)) continue
    const { rows: counts } = await client.query<{ count: string }>(`SELECT count(*) FROM ${client.escapeIdentifier(name)}`)
    const count = Number(counts[0]?.count)
    if (count > 0) rows.push({ table: name, count })
  }
  const { rows: users } = await client.query<{ name: string }>(`
    SELECT DISTINCT application_name AS "name" FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'broadsheet %'
      AND application_name <> 'broadsheet presence' ORDER BY 1`)
  return { isForeign, isEmpty: rows.length === 0, users: users.map(({ name }) => name), rows }
}
