import type { Client } from 'pg'
import { headsFile, readHeads } from '@/server/audit-heads'

/** Roles that somebody let work on the tables, beside who owns them: a restore makes these anew, and nobody's rights with them. */
export async function rolesWithRights(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT DISTINCT pg_get_userbyid(granted.grantee) AS "name" FROM pg_class c, aclexplode(c.relacl) granted
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND granted.grantee NOT IN (0, c.relowner) ORDER BY 1`)
  return rows.map(({ name }) => name)
}

/** What is still to be done by hand after a restore, for a terminal. `before`: the roles there were. */
export async function restoreAdvice(client: Client, before: readonly string[]): Promise<string[]> {
  const now = await rolesWithRights(client)
  const lost = before.filter((name) => !now.includes(name))
  return [
    ...lost.map(
      (name) =>
        `角色 ${name} 已无权限，请重新授权 / the role ${name} has lost its rights: grant them anew (deploy/postgresql/site-role.sql)`,
    ),
    ...((await followsKeptHead(client)) ? [] : [setHeadsAside()]),
  ]
}

/** Whether the end of the record that was kept last stands in the one restored. */
async function followsKeptHead(client: Client): Promise<boolean> {
  const last = (await readHeads()).at(-1)
  if (!last) return true
  const { rows } = await client.query('SELECT 1 FROM "AuditLink" WHERE "number" = $1 AND "hash" = $2', [last.number, last.hash])
  return rows.length > 0
}

function setHeadsAside(): string {
  const file = headsFile()
  const day = new Date().toISOString().slice(0, 10)
  return [
    '记录比先前留存的末端更早，校验会如实报警；请把旧的末端移开并保存 / the record is older than the end that was kept: verifying it will',
    'rightly say so. Put that file aside before the next start, and keep it:',
    `  mv ${file} ${file}-before-${day}`,
  ].join('\n')
}
