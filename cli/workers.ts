import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '@/cli/root'
import { log } from '@/server/log'

/** A process that lived so long was well: the next failure counts as its first. */
const WELL_AFTER_MS = 60_000
const LONGEST_WAIT_MS = 30_000
const STOP_LIMIT_MS = 9_000

/**
 * Serves with several processes on one port; one that dies is replaced, ever more slowly while they keep dying. Resolves when
 * all of them serve.
 */
export async function startWorkers(count: number): Promise<{ stop: () => Promise<void> }> {
  cluster.setupPrimary({ exec: join(ROOT, 'cli/serve-worker.ts'), args: [] })
  let stopping = false
  const keepAlive = async (onServing: () => void) => {
    for (let failures = 0; ; ) {
      const bornMs = Date.now()
      const worker = cluster.fork()
      worker.on('message', onServing)
      await once(worker, 'exit')
      if (stopping) return
      failures = Date.now() - bornMs > WELL_AFTER_MS ? 1 : failures + 1
      const waitMs = Math.min(250 * 2 ** failures, LONGEST_WAIT_MS)
      log().error({ worker: worker.process.pid, waitMs }, 'a serving process died and is replaced')
      await sleep(waitMs)
      if (stopping) return
    }
  }
  await Promise.all(Array.from({ length: count }, () => new Promise<void>((serving) => void keepAlive(serving))))
  return {
    stop: async () => {
      stopping = true
      await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && stopWorker(worker)))
    },
  }
}

async function stopWorker(worker: Worker): Promise<void> {
  if (worker.isDead()) return
  const exited = once(worker, 'exit')
  worker.process.kill('SIGTERM')
  const cut = setTimeout(() => worker.process.kill('SIGKILL'), STOP_LIMIT_MS)
  await exited
  clearTimeout(cut)
}
