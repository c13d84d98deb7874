import { fillSearch, markOldEntries, settleSearch } from '@/server/commands/fill-search'
import { log } from '@/server/log'

const LOOK_EVERY_MS = 2_000
const BATCH = 50

/** Follows what changes by the thousand, and a new version of the index, batch by batch. */
export function followSearch(): () => Promise<number> {
  let asked = false
  let filled = 0
  return async () => {
    if (!asked) await markOldEntries()
    asked = true
    const startedMs = performance.now()
    const count = await fillSearch(BATCH)
    filled += count
    // As long a rest as the work took: whoever waits for the whole index asks for npm run reindex.
    if (count > 0) return performance.now() - startedMs
    await settleSearch()
    if (filled > 0) log().info({ articles: filled }, 'the search index is up to date')
    filled = 0
    return LOOK_EVERY_MS
  }
}
