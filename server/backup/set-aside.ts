import type { Client } from 'pg'

/**
 * Inside the caller's transaction: takes triggers, foreign keys and indexes away while rows are loaded, and answers what brings
 * them back. Rows come as they were: no trigger may change them. Every foreign key is checked when it returns, and an index made
 * of all rows at once is made sooner. Needs the tables' owner, no superuser.
 */
export async function setAside(client: Client): Promise<() => Promise<void>> {
  await client.query(`SET LOCAL maintenance_work_mem = '256MB'`)
  const keys = await texts(client, FOREIGN_KEYS)
  const indexes = await texts(client, INDEXES)
  const triggers = await texts(client, TRIGGERS)
  for (const { away } of [...triggers, ...keys, ...indexes]) await client.query(away)
  return async () => {
    for (const { back } of [...indexes, ...keys, ...triggers]) await client.query(back)
  }
}

interface Aside {
  away: string
  back: string
}

async function texts(client: Client, sql: string): Promise<Aside[]> {
  return (await client.query<Aside>(sql)).rows
}

const FOREIGN_KEYS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS "away",
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS "back"
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f' ORDER BY oid`

/** Those that make a constraint stay: rows that break one are refused as they come. */
const INDEXES = `
  SELECT format('DROP INDEX %s', i.indexrelid::regclass) AS "away", pg_get_indexdef(i.indexrelid) AS "back"
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype <> 'f')
  ORDER BY i.indexrelid`

const TRIGGERS = `
  SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname) AS "away",
    format('ALTER TABLE %s ENABLE %s TRIGGER %I', t.tgrelid::regclass,
      CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, t.tgname) AS "back"
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND t.tgenabled <> 'D' ORDER BY t.oid`
