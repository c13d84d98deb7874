import { recordVisits } from '@/server/commands/record-visits'
import { takeSearch } from '@/server/commands/take-search'
import { config } from '@/server/config'
import { type ServingReaders, serve } from '@/server/pages/serve'
import { Replicas } from '@/server/replicas'
import { sessionToken } from '@/server/session-cookie'
import { checkStorage, placeOfMedia } from '@/server/storage'
import { ROOT } from './root'

/** Serves the built site from this process. */
export async function serveSite(): Promise<ServingReaders> {
  const sources = new Replicas(config().DATABASE_REPLICA_URL ?? [])
  try {
    const serving = await serve({
      dir: ROOT,
      findMedia: placeOfMedia,
      checkStorage,
      sources,
      isSession: (cookies) => sessionToken(cookies) !== null,
      saveReads: (visits) => recordVisits('read', visits),
      saveShares: (visits) => recordVisits('share', visits),
      takeSearch: (visitor, cost) => takeSearch(visitor, cost, config().SEARCHES_PER_MINUTE),
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
