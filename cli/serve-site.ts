import { setFlagsFromString } from 'node:v8'
import { recordVisits } from '@/server/commands/record-visits'
import { takeSearch } from '@/server/commands/take-search'
import { config } from '@/server/config'
import { type ServingReaders, serve } from '@/server/pages/serve'
import { Replicas } from '@/server/replicas'
import { sessionToken } from '@/server/session-cookie'
import { checkStorage, placeOfMedia } from '@/server/storage'
import { ROOT } from './root'

/**
 * V8 lets old objects grow to about twice what is alive before it looks which are: with a third a process under load takes a
 * quarter less memory for some hundredths more of the processor (bench/README.md). A V8 that does not know this says so and serves.
 */
const GROWING = '--heap-growing-percent=30'

/** Serves the built site from this process. */
export async function serveSite(): Promise<ServingReaders> {
  setFlagsFromString(GROWING)
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
