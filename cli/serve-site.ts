import { recordReads } from '@/server/commands/record-reads'
import { recordShares } from '@/server/commands/record-shares'
import { config } from '@/server/config'
import { type Serving, serve } from '@/server/pages/serve'
import { Replicas } from '@/server/replicas'
import { checkStorage, placeOfMedia } from '@/server/storage'
import { ROOT } from './root'

/** Serves the built site from this process. */
export async function serveSite(): Promise<Serving> {
  const sources = new Replicas(config().DATABASE_REPLICA_URL ?? [])
  try {
    const serving = await serve({
      dir: ROOT,
      findMedia: placeOfMedia,
      checkStorage,
      sources,
      saveReads: recordReads,
      saveShares: recordShares,
    })
    return {
      ...serving,
      stop: async () => {
        await serving.stop()
        await sources.stop()
      },
    }
  } catch (error) {
    await sources.stop()
    throw error
  }
}
