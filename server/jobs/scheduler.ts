import { SYSTEM } from '@/server/commands/actor'
import { pruneEdges } from '@/server/commands/claim-purges'
import { msUntilDue, publishDue } from '@/server/commands/publish-due'
import { queuePictures } from '@/server/commands/queue-pictures'
import { reckonMedia } from '@/server/commands/reckon-media'
import { reckonNames } from '@/server/commands/reckon-names'
import { reckonPopular } from '@/server/commands/reckon-popular'
import { runSchedule } from '@/server/commands/run-schedule'
import { config } from '@/server/config'
import { log } from '@/server/log'
import { listOverdueSchedules } from '@/server/queries/list-overdue-schedules'
import { pruneVisitors } from '@/server/visitor-hash'
import { anchorAudit } from './anchor-audit'
import { startPurging } from './edge/purge-edges'
import { followSearch } from './fill-search'
import { keepDatabase } from './keep-database'
import { type Loop, startLoop } from './loop'
import { pruneBus } from './prune-bus'
import { pruneRecords } from './prune-records'
import { pruneSignIns } from './prune-sign-ins'
import { pruneDeliveries } from './push/prune-deliveries'
import { startSender } from './push/sender'
import { sweepMedia } from './sweep-media'
import { startWorkers } from './workers'

/** An article scheduled meanwhile for a nearer time is noticed within this. */
const LOOK_EVERY_MS = 2_000
const PRUNE_EVERY_MS = 600_000
const SPELL_EVERY_MS = 3_600_000
const PICTURES_EVERY_MS = 30_000
const SWEEP_EVERY_MS = 86_400_000
const POPULAR_EVERY_MS = 300_000
const ANCHOR_EVERY_MS = 3_600_000

/**
 * What happens by the clock, and the queues' jobs: in the site's primary process, or in `npm run worker` where `JOBS` says so.
 * More of them than one do no harm: whatever has to happen once is taken by one of them.
 */
export function startScheduler(jobs: boolean): Loop {
  const loops = jobs
    ? [
        startLoop('publish what is due', publishWhatIsDue),
        startLoop('do what was not done in time', catchUp),
        startLoop('prune the bus', async () => {
          await pruneBus()
          return PRUNE_EVERY_MS
        }),
        startLoop('prune sign-ins', async () => {
          await pruneSignIns()
          await pruneVisitors()
          return PRUNE_EVERY_MS
        }),
        startLoop('spell names, index pictures', async () => {
          await reckonNames()
          await reckonMedia()
          return SPELL_EVERY_MS
        }),
        startLoop('reckon what is read most', async () => {
          await reckonPopular()
          return POPULAR_EVERY_MS
        }),
        startLoop('have pictures made that nobody makes any more', async () => {
          await queuePictures()
          return PICTURES_EVERY_MS
        }),
        startLoop('sweep forgotten files of pictures', async () => {
          await sweepMedia()
          return SWEEP_EVERY_MS
        }),
        startLoop('fill the search index', followSearch()),
        startLoop('anchor the record', async () => {
          await anchorAudit()
          return ANCHOR_EVERY_MS
        }),
        startSender(),
        startPurging(),
        startLoop('prune deliveries', async () => {
          await pruneDeliveries()
          await pruneEdges()
          await pruneRecords()
          return SPELL_EVERY_MS
        }),
        startWorkers(),
      ]
    : []
  if (!config().DATABASE_URL) loops.push(startLoop('keep the embedded database running', keepDatabase))
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}

/** Publishes what is due and answers when to look again: at the very moment when the next is near. */
async function publishWhatIsDue(): Promise<number> {
  const waitMs = (await msUntilDue()) ?? LOOK_EVERY_MS
  if (waitMs > 0) return Math.min(waitMs, LOOK_EVERY_MS)
  const count = await publishDue(SYSTEM)
  if (count > 0) log().info({ count }, 'published on schedule')
  // Taken by another process, or not yet committed: look again shortly.
  return count > 0 ? 0 : 200
}

/** The queue does what is scheduled; this finds what it lost, a stop of everything included. */
async function catchUp(): Promise<number> {
  for (const scheduleId of await listOverdueSchedules()) {
    const run = await runSchedule(SYSTEM, scheduleId).catch((error: unknown) => String(error))
    if (run !== 'idle') log().warn({ scheduleId, run }, 'a schedule was late')
  }
  return LOOK_EVERY_MS
}
