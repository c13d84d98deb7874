import pg from 'pg'
import { type Job, type JobResult, PgBoss } from 'pg-boss'
import { directDatabaseUrl } from '@/server/database-url'
import { followingClient } from '@/server/following-client'
import { log } from '@/server/log'
import { watchPool } from '@/server/pools'
import { type Jobs, QUEUE_SCHEMA, type QueueName } from '@/server/queue'
import { inRequest } from '@/server/request-scope'
import { JOBS, tell } from '@/server/told'
import { inSpan } from '@/server/trace'
import { HANDLERS, type Handler, type Handlers } from './handlers'
import { type Loop, startLoop } from './loop'

/** A queue that is full is emptied without a pause. */
const POLLING = { pollingIntervalSeconds: 0.5, burstWhenBatchFull: true, perJobResults: true } as const
/** How many of a kind one process does at a time: publishing waits for the database, a picture fills a core. */
const AT_ONCE: Record<QueueName, number> = { 'article.schedule': 8, 'media.render': 1, 'push.send': 4 }
const WATCH_EVERY_SECONDS = 10
const CONNECTIONS = 3
/** What is not done by then goes back to its queue; the whole process has ten seconds to stop. */
const STOP_LIMIT_MS = 3_000
const RUNNING_MS = 60_000

/** Does the jobs of all queues. A database that is away, at the start or later, is waited for. */
export function startWorkers(handlers: Handlers = HANDLERS): Loop {
  let made: pg.Pool | undefined
  const pool = () => {
    made ??= connect()
    return made
  }
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => await pool().query(text, values) },
    schema: QUEUE_SCHEMA,
    migrate: false,
    schedule: false,
    superviseIntervalSeconds: WATCH_EVERY_SECONDS,
    monitorIntervalSeconds: WATCH_EVERY_SECONDS,
  })
  const say = quietly()
  boss.on('error', say)
  let running = false
  const starting = startLoop('start the workers', async () => {
    if (running) return RUNNING_MS
    await boss.start()
    running = true
    for (const name of Object.keys(handlers) as QueueName[]) await work(boss, name, handlers)
    return RUNNING_MS
  })
  return {
    stop: async () => {
      await starting.stop()
      await boss.stop({ graceful: true, timeout: STOP_LIMIT_MS })
      await made?.end()
    },
  }
}

function connect(): pg.Pool {
  const pool = new pg.Pool({
    Client: followingClient(directDatabaseUrl, 'jobs'),
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    application_name: 'broadsheet jobs',
  })
  pool.on('error', () => {})
  return watchPool('jobs', pool)
}

async function work<Name extends QueueName>(boss: PgBoss, name: Name, handlers: Handlers): Promise<void> {
  const handle: Handler<Name> | undefined = handlers[name]
  if (!handle) return
  const options = { ...POLLING, batchSize: AT_ONCE[name] }
  await boss.work(
    name,
    options,
    async (jobs: Job<Jobs[Name]>[]) => await Promise.all(jobs.map((job) => doJob(name, handle, job))),
  )
}

async function doJob<Name extends QueueName>(
  name: Name,
  handle: Handler<Name>,
  { id, data }: Job<Jobs[Name]>,
): Promise<JobResult> {
  const startedMs = performance.now()
  const done = (failed: boolean) => tell(JOBS, { queue: name, seconds: (performance.now() - startedMs) / 1_000, failed })
  try {
    await inSpan('job', { 'messaging.destination.name': name, 'messaging.message.id': id }, () =>
      inRequest({ id }, () => handle(data)),
    )
    done(false)
    return { id, status: 'completed' }
  } catch (error) {
    done(true)
    log().error({ job: name, data, error: String(error) }, 'a job failed, it will be tried again')
    return { id, status: 'failed', output: { error: String(error) } }
  }
}

const SAY_EVERY_MS = 30_000

/** Twice a second each queue finds that the database is away: once in a while is enough to be told. */
function quietly(): (error: Error) => void {
  let saidMs = 0
  return (error) => {
    if (Date.now() - saidMs < SAY_EVERY_MS) return
    saidMs = Date.now()
    log().warn({ error: error.message }, 'the job queues cannot be asked, trying again')
  }
}
