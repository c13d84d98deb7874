import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { config } from '@/server/config'
import { directDatabaseUrl } from '@/server/database-url'
import { log } from '@/server/log'
import { answerClusterScrapes } from '@/server/pages/cluster-metrics'
import { openProcessMetrics } from '@/server/pages/process-metrics'
import { addSiteMetrics } from '@/server/pages/site-metrics'
import { SetupError } from '@/server/setup-error'
import { ROOT } from './root'

/** A process that lived so long was well: the next failure counts as its first. */
const WELL_AFTER_MS = 60_000
const LONGEST_WAIT_MS = 30_000
/** Somewhat longer than a process gives its visitors, and short enough to stop the database within ten seconds. */
const STOP_LIMIT_MS = 7_500

/**
 * Serves with several processes on one port; one that dies is replaced, ever more slowly while they keep dying, until `signal`
 * says that all is to end. Resolves when all of them serve; throws when one dies before it has.
 */
export async function startWorkers(
  count: number,
  signal: AbortSignal,
  program = join(ROOT, 'cli/serve-worker.ts'),
): Promise<{ stop: () => Promise<void> }> {
  const own = openProcessMetrics()
  addSiteMetrics(own, { url: directDatabaseUrl, dataDir: config().DATA_DIR })
  answerClusterScrapes(own)
  cluster.setupPrimary({ exec: program, args: [] })
  const ending = new AbortController()
  const ended = AbortSignal.any([signal, ending.signal])
  const stop = async () => {
    ending.abort()
    await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && stopWorker(worker)))
  }
  try {
    const firsts = await Promise.all(Array.from({ length: count }, startWorker))
    for (const first of firsts) void keepAlive(first, ended)
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startWorker(): Promise<Worker> {
  const worker = cluster.fork()
  const how = await Promise.race([once(worker, 'message'), exitOf(worker)])
  if (how === DEAD) throw new SetupError('服务进程未能启动，原因见上 / a serving process could not start; it says why above')
  return worker
}

async function keepAlive(first: Worker, ended: AbortSignal): Promise<void> {
  let worker = first
  for (let failures = 0, bornMs = Date.now(); ; bornMs = Date.now()) {
    await exitOf(worker)
    if (ended.aborted) return
    failures = Date.now() - bornMs > WELL_AFTER_MS ? 1 : failures + 1
    const waitMs = Math.min(250 * 2 ** failures, LONGEST_WAIT_MS)
    log().error({ worker: worker.process.pid, waitMs }, 'a serving process died and is replaced')
    await sleep(waitMs)
    if (ended.aborted) return
    worker = cluster.fork()
  }
}

const DEAD = Symbol('dead')

/** Resolves when it is gone, also when it never came to be. */
async function exitOf(worker: Worker): Promise<typeof DEAD> {
  if (worker.isDead()) return DEAD
  await once(worker, 'exit').catch((error: Error) => log().error({ error: error.message }, 'a serving process could not be run'))
  return DEAD
}

async function stopWorker(worker: Worker): Promise<void> {
  if (worker.isDead()) return
  const exited = exitOf(worker)
  worker.process.kill('SIGTERM')
  const cut = setTimeout(() => worker.process.kill('SIGKILL'), STOP_LIMIT_MS)
  await exited
  clearTimeout(cut)
}
