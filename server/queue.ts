import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { fromPrisma, getConstructionPlans, PgBoss, type Queue, systemClock } from 'pg-boss'
import type { Outlet } from '@/newsroom/push/channel'
import { directDatabaseUrl } from './database-url'
import type { Tx } from './db'

/** What happens later, and what it needs to know. Handlers: server/jobs/handlers.ts. */
export interface Jobs {
  'article.schedule': { scheduleId: number }
  'media.render': { mediaId: string }
  'push.send': Outlet
}
export type QueueName = keyof Jobs

/** Where pg-boss keeps the jobs: a schema of its own, made at set-up. */
export const QUEUE_SCHEMA = 'pgboss'

/** It beats twice in that time: a database that is away for less ends no job. */
const HEARTBEAT_S = 15

/**
 * `short`: of jobs with one key, only one waits at a time. What a dead process held is tried again when its heart has not beaten for
 * so long, what a stuck one holds after `expireInSeconds`.
 */
const QUEUES: Record<QueueName, Omit<Queue, 'name'>> = {
  'article.schedule': {
    policy: 'short',
    expireInSeconds: 30,
    heartbeatSeconds: HEARTBEAT_S,
    retryLimit: 20,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
  },
  // What it gives up, the loop beside it puts in again (server/commands/queue-pictures.ts).
  'media.render': {
    policy: 'short',
    expireInSeconds: 300,
    heartbeatSeconds: HEARTBEAT_S,
    retryLimit: 5,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 30,
  },
  // What it does not send, the loop beside it does (server/jobs/send-due.ts).
  'push.send': { policy: 'short', expireInSeconds: 300, retryLimit: 0 },
}
const names = Object.keys(QUEUES) as QueueName[]

/** Makes the schema and the queues, or brings them to this version; several processes may ask at once. */
export async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: QUEUE_SCHEMA, max: 2, supervise: false, schedule: false })
  boss.on('error', () => {})
  try {
    await boss.start()
    for (const name of names) {
      await boss.createQueue(name, QUEUES[name])
      const { policy: _, ...options } = QUEUES[name]
      await boss.updateQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** Changes whenever `prepareQueues` would make something else. */
export const queueFingerprint = (): string =>
  createHash('sha256').update(getConstructionPlans(QUEUE_SCHEMA)).update(JSON.stringify(QUEUES)).digest('hex')

export interface Enqueueing {
  /** not before; at once where it is not said */
  startAfter?: Date
  /** while a job with this key waits in the queue, another is not put beside it */
  key?: string
}

const HOME = Symbol.for('broadsheet.queue')
const home = globalThis as { [HOME]?: Promise<PgBoss> | undefined }

/** Leaves a job behind, inside the command's own transaction: it exists when the change does, and never otherwise. */
export async function enqueue<Name extends QueueName>(
  tx: Tx,
  name: Name,
  data: Jobs[Name],
  { startAfter, key = randomUUID() }: Enqueueing = {},
): Promise<void> {
  home[HOME] ??= openQueues()
  const boss = await home[HOME]
  await boss.send(name, data, { db: fromPrisma(tx), singletonKey: key, ...(startAfter && { startAfter }) })
}

/** One that only sends: it learns the queues once, then has no connection and no clock, so it keeps no process alive. */
async function openQueues(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: askOnce },
    schema: QUEUE_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
    clock: { ...systemClock, setInterval: () => null },
  })
  boss.on('error', () => {})
  try {
    return await boss.start()
  } catch (error) {
    home[HOME] = undefined
    throw error
  }
}

/** Prisma cannot read some of the types pg-boss asks for when it looks around. */
async function askOnce(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: directDatabaseUrl(), connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await client.query(text, values)
  } finally {
    await client.end().catch(() => {})
  }
}
