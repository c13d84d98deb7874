/**
 * Next calls this once when a server starts. Under `npm start` the database is there already; under plain `next start`
 * without `DATABASE_URL` the embedded one is started or joined here (and left running: the next command that ends stops it).
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { config } = await import('@/server/config')
  if (config().DATABASE_URL) return
  const { ensureEmbeddedPostgres } = await import('@/server/embedded-postgres')
  await ensureEmbeddedPostgres(config().DATA_DIR)
}
