import pg from 'pg'

const LIMIT_MS = 2_000

/** Asks the database over a connection of its own, which nothing else can keep waiting; two seconds at most. */
export async function withShortClient<Result>(
  url: string,
  name: string,
  ask: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: LIMIT_MS,
    query_timeout: LIMIT_MS,
    application_name: `broadsheet ${name}`,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return await ask(client)
  } finally {
    void client.end().catch(() => {})
  }
}
