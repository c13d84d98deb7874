import type { Client } from 'pg'
import { migrationScript } from '@/server/migration-files'
import { QUEUE_SCHEMA } from '@/server/queue'

/** As the schema engine makes it; its rows come from the backup, so that it knows what is applied. */
const MIGRATIONS_TABLE = `
  CREATE TABLE "_prisma_migrations" (
    "id" varchar(36) PRIMARY KEY NOT NULL, "checksum" varchar(64) NOT NULL, "finished_at" timestamptz,
    "migration_name" varchar(255) NOT NULL, "logs" text, "rolled_back_at" timestamptz,
    "started_at" timestamptz NOT NULL DEFAULT now(), "applied_steps_count" integer NOT NULL DEFAULT 0)`

/** Everything in `public` that no extension brought; functions and types go after the tables that use them. */
const OWN_OBJECTS = `
  WITH own(kind, classid, id, name) AS (
    SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
        'pg_class'::regclass, c.oid, c.oid::regclass::text
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL SELECT 'ROUTINE', 'pg_proc'::regclass, p.oid, p.oid::regprocedure::text
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p')
    UNION ALL SELECT 'TYPE', 'pg_type'::regclass, t.oid, t.oid::regtype::text
      FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd'))
  SELECT "kind", "name" FROM own
  WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = own.classid AND d.objid = own.id AND d.deptype = 'e')
  ORDER BY "kind" IN ('ROUTINE', 'TYPE'), "kind" = 'SEQUENCE'`

/**
 * Inside the caller's transaction: drops what is there and makes the tables as these migrations made them, in the order in which
 * the backup's database took them.
 */
export async function rebuildSchema(client: Client, migrations: string[]): Promise<void> {
  await client.query('SET LOCAL search_path = public')
  const { rows } = await client.query<{ kind: string; name: string }>(OWN_OBJECTS)
  for (const { kind, name } of rows) await client.query(`DROP ${kind} IF EXISTS ${name} CASCADE`)
  await client.query(`DROP SCHEMA IF EXISTS ${QUEUE_SCHEMA} CASCADE`)
  await client.query(MIGRATIONS_TABLE)
  for (const name of migrations) await client.query(withinTransaction(migrationScript(name)))
}

/** On tables that nobody else sees an index made at leisure and one made at once are the same. */
const withinTransaction = (script: string) => script.replace(/\b(CREATE(?: UNIQUE)? INDEX) CONCURRENTLY\b/gi, '$1')
