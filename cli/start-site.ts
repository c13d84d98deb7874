import { setTimeout as sleep } from 'node:timers/promises'
import { firstAdministrator } from '@/server/commands/first-administrator'
import { config } from '@/server/config'
import { registerEdges } from '@/server/edges'
import { log } from '@/server/log'
import { startTracing } from '@/server/trace-export'
import { buildSite } from './build'
import { firstImport } from './first-import'
import { sayFirstSignIn } from './first-sign-in'
import { freePort } from './free-port'
import { serveSite } from './serve-site'
import { prepareDatabase } from './setup'
import type { Stopper } from './stop-on-signal'
import { startWorkers } from './workers'

/** Whoever waited for the site comes first: what happens by the clock begins when the rush of a start is over. */
const JOBS_AFTER_MS = 2_000

/** Database, sample archive, build, site; resolves when readers are served. Throws SetupError for what the operator can mend. */
export async function startSite(say: (text: string) => void, stopper: Stopper): Promise<void> {
  const { PORT, HOST, SITE_URL, WEB_CONCURRENCY } = config()
  stopper.onHangUp(() => log().warn('still starting: there is nothing to replace yet'))
  await freePort(PORT, HOST)
  say('正在准备数据库 / preparing the database …')
  stopper.add(await startTracing())
  const database = await prepareDatabase(stopper.signal)
  stopper.add(database.release)
  await firstImport(say, stopper.signal)
  // Before anyone is answered: whoever sees the site ready may sign in.
  const first = await firstAdministrator()
  // And before any page may be kept outside: from here on every change is told there.
  await registerEdges()
  stopper.signal.throwIfAborted()
  await buildSite(say, stopper.signal)
  const serving = await serveOn(PORT, HOST, WEB_CONCURRENCY, stopper.signal)
  stopper.add(serving.stop)
  // Without WEB_CONCURRENCY there is nobody to take its place: it serves on.
  stopper.onHangUp(serving.roll ?? (() => log().warn('one process serves alone and is not replaced')))
  stopper.add(startJobsSoon())
  // A render that fails after its answer was given up on must not take the paper down.
  process.on('unhandledRejection', (error) => log().error({ error: String(error) }, 'a promise failed unheard'))
  say(`站点已就绪 / the site is ready: ${SITE_URL}`)
  sayFirstSignIn(say, first)
}

/** Answers how to stop, then or before. */
function startJobsSoon(): () => Promise<void> {
  const ending = new AbortController()
  const starting = sleep(JOBS_AFTER_MS, null, { signal: ending.signal }).then(
    async () => (await import('@/server/jobs/scheduler')).startScheduler(config().JOBS === 'site'),
    () => null,
  )
  return async () => {
    ending.abort()
    await (await starting)?.stop()
  }
}

async function serveOn(
  port: number,
  host: string,
  processes: number,
  signal: AbortSignal,
): Promise<{ stop: () => Promise<void>; roll?: () => Promise<void> }> {
  try {
    return processes > 1 ? await startWorkers(processes, signal) : await serveSite()
  } catch (error) {
    // Somebody may have taken the port during the build: that has a message of its own.
    await freePort(port, host)
    throw error
  }
}
