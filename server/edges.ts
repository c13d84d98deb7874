import { config } from './config'
import { db } from './db'

export const edgeUrls = (): string[] => [...new Set(config().PURGE_URL ?? [])]

/** From now on every change is put down for these edges, whichever process or command makes it, whatever its own settings say. */
export async function registerEdges(): Promise<void> {
  const urls = edgeUrls()
  if (urls.length === 0) return
  await db().$executeRaw`
    INSERT INTO "Edge" ("url") SELECT unnest(${urls}::text[]) ON CONFLICT ("url") DO UPDATE SET "seenAt" = now()`
}
