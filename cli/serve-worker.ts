// One of several processes that serve the same address (WEB_CONCURRENCY); started by cli/workers.ts, stopped by it or with it.
import cluster from 'node:cluster'
import { ROOT } from '@/cli/root'
import { disconnect } from '@/server/db'
import { log } from '@/server/log'
import { serve } from '@/server/pages/serve'
import { mediaFile } from '@/server/storage'

const serving = await serve({ dir: ROOT, mediaFile })
let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await serving.stop()
  await disconnect()
  process.exit(0)
}
process.on('unhandledRejection', (error) => log().error({ error: String(error) }, 'a promise failed unheard'))
// Ctrl-C reaches every process of a terminal: only the primary's word counts, so that all stop together.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => void stop())
process.on('disconnect', () => void stop())
cluster.worker?.send('serving')
