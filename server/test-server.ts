import { prepareTestServer } from './test-database'

let server: Awaited<ReturnType<typeof prepareTestServer>>

/** Vitest calls these two around a run of tests that need the database. */
export async function setup(): Promise<void> {
  server = await prepareTestServer()
}

export async function teardown(): Promise<void> {
  await server.release()
}
