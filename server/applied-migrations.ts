import type pg from 'pg'

export interface AppliedMigration {
  name: string
  /** SHA-256 of its script, hexadecimal */
  checksum: string
  /** false: it failed half way, or is under way */
  done: boolean
}

/** What of migrations a database has taken, whatever was rolled back left out; empty where it never took one. */
export async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "there"`)
  if (!rows[0]?.there) return []
  const applied = await client.query<AppliedMigration>(
    `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "done"
     FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  )
  return applied.rows
}
