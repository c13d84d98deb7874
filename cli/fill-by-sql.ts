import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { directDatabaseUrl } from '@/server/database-url'
import { db } from '@/server/db'

/** For a benchmark: fills an empty database with the statements of a file, parted by lines `-- next`; one that holds articles is left as it is. */
export async function fillBySql(file: string): Promise<void> {
  if ((await db().article.count({ take: 1 })) > 0) return
  const client = new Client({ connectionString: directDatabaseUrl() })
  await client.connect()
  try {
    // One by one: VACUUM takes no part in a transaction, and several at once would be one.
    for (const statement of readFileSync(file, 'utf8').split(/^-- next$/m)) await client.query(statement)
  } finally {
    await client.end()
  }
}
