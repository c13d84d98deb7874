// For the benchmarks: fills an empty database from a file of SQL and prints how long that took and how large it is.
// `fill-times FILE.sql`
import { db } from '@/server/db'
import { fillBySql } from './fill-by-sql'
import { prepareDatabase } from './setup'

const [sqlFile = ''] = process.argv.slice(2)
const prepared = await prepareDatabase()
try {
  const start = performance.now()
  await fillBySql(sqlFile)
  const seconds = (performance.now() - start) / 1_000
  const [size] = await db().$queryRaw<{ bytes: bigint }[]>`SELECT pg_database_size(current_database()) AS "bytes"`
  process.stdout.write(`${JSON.stringify({ kind: 'filled', seconds, databaseBytes: Number(size?.bytes ?? 0) })}\n`)
} finally {
  await prepared.release()
}
