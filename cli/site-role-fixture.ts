import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { ROOT } from './root'

export interface SiteRole {
  /** the same database, by the role */
  url: string
  drop(): Promise<void>
}

/** A role of its own for a database, with the rights that are advised. */
export async function makeSiteRole(ownersUrl: string): Promise<SiteRole> {
  const url = new URL(ownersUrl)
  const name = `site_of_${url.pathname.slice(1)}`
  const rights = readFileSync(join(ROOT, 'deploy', 'postgresql', 'site-role.sql'), 'utf8').replaceAll('broadsheet_site', name)
  await run(ownersUrl, `CREATE ROLE "${name}" LOGIN PASSWORD 'no-secret'; ${rights}`)
  url.username = name
  url.password = 'no-secret'
  return { url: url.href, drop: () => run(ownersUrl, `DROP OWNED BY "${name}"; DROP ROLE "${name}"`) }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
