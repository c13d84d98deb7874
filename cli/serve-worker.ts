// One of several processes that serve the same address (WEB_CONCURRENCY); started by cli/workers.ts, stopped by it or with it.
import cluster from 'node:cluster'
import { disconnect } from '@/server/db'
import { log } from '@/server/log'
import { startTracing } from '@/server/trace-export'
import { serveSite } from './serve-site'
import { ALIVE, RETIRE, SAID_EVERY_MS } from './worker-words'

const stopTracing = await startTracing()
const starting = serveSite()
let stopping = false
async function stop({ retires = false } = {}): Promise<void> {
  if (stopping) return
  stopping = true
  const serving = await starting
  if (retires) await serving.drain()
  await serving.stop()
  await disconnect()
  await stopTracing()
  process.exit(0)
}
// Ctrl-C reaches every process of a terminal: only the primary's word counts, so that all stop together.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
process.on('SIGTERM', () => void stop())
await starting
process.on('unhandledRejection', (error) => log().error({ error: String(error) }, 'a promise failed unheard'))
process.on('message', (message) => {
  if (message === RETIRE) void stop({ retires: true })
})
cluster.worker?.send('serving')
// Whoever hears this no more knows that this process is stuck (worker-watch.ts).
setInterval(() => cluster.worker?.isConnected() && cluster.worker.send(ALIVE), SAID_EVERY_MS).unref()
