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
import { type Patience, WorkerWatch } from './worker-watch'
import { RETIRE } from './worker-words'

/** A process that lived so long was well: the next failure counts as its first. */
const WELL_AFTER_MS = 60_000
const LONGEST_WAIT_MS = 30_000
/** Somewhat longer than a process gives its visitors, and short enough to stop the database within ten seconds. */
const STOP_LIMIT_MS = 7_500
/** One that is replaced has time: the next serves already. */
const RETIRE_LIMIT_MS = 20_000

export interface Workers {
  stop: () => Promise<void>
  /** replaces them by new ones, one after the other, while the others serve */
  roll: () => Promise<void>
}

interface Options {
  program?: string
  patience?: Patience
}

/** Where a serving process stands: another one by and by. */
interface Place {
  worker: Worker
}

/**
 * Serves with several processes on one port; one that dies or is stuck is replaced, ever more slowly while they keep dying, until
 * `signal` says that all is to end. Resolves when all of them serve; throws when one dies before it has.
 */
export async function startWorkers(count: number, signal: AbortSignal, options: Options = {}): Promise<Workers> {
  const own = openProcessMetrics()
  addSiteMetrics(own, { url: directDatabaseUrl, dataDir: config().DATA_DIR })
  answerClusterScrapes(own)
  cluster.setupPrimary({ exec: options.program ?? join(ROOT, 'cli/serve-worker.ts'), args: [] })
  const watch = new WorkerWatch(options.patience)
  const ending = new AbortController()
  const ended = AbortSignal.any([signal, ending.signal])
  const fork = () => {
    const worker = cluster.fork()
    watch.attend(worker)
    return worker
  }
  const stop = async () => {
    ending.abort()
    watch.stop()
    await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && stopWorker(worker)))
  }
  const places: Place[] = []
  try {
    const firsts = await Promise.all(Array.from({ length: count }, async () => await serving(fork())))
    for (const worker of firsts) places.push({ worker })
    for (const place of places) void keepAlive(place, fork, ended)
  } catch (error) {
    await stop()
    throw error
  }
  let rolling = Promise.resolve()
  const roll = async () => {
    rolling = rolling.then(() => rollAll(places, fork, ended))
    await rolling
  }
  return { stop, roll }
}

async function serving(worker: Worker): Promise<Worker> {
  const how = await Promise.race([once(worker, 'message'), exitOf(worker)])
  if (how === DEAD) throw new SetupError('服务进程未能启动，原因见上 / a serving process could not start; it says why above')
  return worker
}

async function keepAlive(place: Place, fork: () => Worker, ended: AbortSignal): Promise<void> {
  for (let failures = 0; ; ) {
    const { worker } = place
    const bornMs = Date.now()
    await exitOf(worker)
    if (ended.aborted) return
    if (place.worker !== worker) continue
    failures = Date.now() - bornMs > WELL_AFTER_MS ? 1 : failures + 1
    const waitMs = Math.min(250 * 2 ** failures, LONGEST_WAIT_MS)
    log().error({ worker: worker.process.pid, waitMs }, 'a serving process died and is replaced')
    await sleep(waitMs)
    if (ended.aborted) return
    if (place.worker === worker) place.worker = fork()
  }
}

/** One after the other; one that cannot start ends it, and the old ones serve on. */
async function rollAll(places: Place[], fork: () => Worker, ended: AbortSignal): Promise<void> {
  for (const place of places) {
    if (ended.aborted) return
    try {
      const next = await serving(fork())
      const old = place.worker
      place.worker = next
      if (ended.aborted) return
      if (old.isConnected()) old.send(RETIRE)
      await endWorker(old, RETIRE_LIMIT_MS)
      log().info({ worker: next.process.pid, before: old.process.pid }, 'a serving process was replaced')
    } catch (error) {
      return log().error({ error: String(error) }, 'serving processes are not replaced: a new one does not start')
    }
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
  worker.process.kill('SIGTERM')
  await endWorker(worker, STOP_LIMIT_MS)
}

/** Waits for its end, and not for ever. */
async function endWorker(worker: Worker, limitMs: number): Promise<void> {
  const cut = setTimeout(() => worker.process.kill('SIGKILL'), limitMs)
  await exitOf(worker)
  clearTimeout(cut)
}
