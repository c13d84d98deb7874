import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type PurgeCall, purgeCalls, tagsToPurge } from '@/newsroom/edge/purge-calls'
import { bodyOf, checkedRequest } from '@/server/checked-request'
import { claimPurges, settlePurged, settleUnpurged } from '@/server/commands/claim-purges'
import { config } from '@/server/config'
import { edgeUrls, registerEdges } from '@/server/edges'
import { type Loop, startLoop } from '@/server/jobs/loop'
import { log } from '@/server/log'
import { EdgePace } from './edge-pace'

/** What is published is to be seen within two seconds, through an edge too. */
const LOOK_EVERY_MS = 200
const REGISTER_EVERY_MS = 60_000
const TIMEOUT_MS = 5_000
const STOP_LIMIT_MS = 3_000
const MOST_BYTES = 16_000

/** Tells edges what to drop, each by itself, so that none waits for another. */
export function startPurging(): Loop {
  const stopping = new AbortController()
  const edges = edgeUrls().map((url) => {
    const pace = new EdgePace()
    return startLoop(`purge ${url}`, async () => {
      await purgeEdge(url, pace, stopping.signal)
      return LOOK_EVERY_MS
    })
  })
  const loops = edges.length === 0 ? [] : [...edges, startLoop('name the edges', nameEdges)]
  return {
    stop: async () => {
      stopping.abort()
      const stopped = Promise.all(loops.map((loop) => loop.stop()))
      await Promise.race([stopped, pause(STOP_LIMIT_MS, undefined, { ref: false })])
    },
  }
}

async function nameEdges(): Promise<number> {
  await registerEdges()
  return REGISTER_EVERY_MS
}

/** Tells one edge all that waits for it, thousands of changes as one. Asked twice, or cut off, it may tell it again: that does no harm. */
export async function purgeEdge(url: string, pace: EdgePace, stopping: AbortSignal): Promise<void> {
  const { PURGE_KIND, PURGE_TOKEN } = config()
  if (stopping.aborted || !PURGE_KIND) return
  const rows = await claimPurges(url)
  const tags = tagsToPurge(pace.tagsOf(rows.map((row) => row.tags)))
  try {
    for (const call of purgeCalls(PURGE_KIND, tags, PURGE_TOKEN)) await tell(url, call, stopping)
    pace.settle(tags)
    await settlePurged(rows)
  } catch (error) {
    const givenUp = await settleUnpurged(rows)
    const said = error instanceof Error ? error.message : String(error)
    log().warn({ edge: url, changes: rows.length, givenUp, error: said }, 'an edge did not drop what it was told to')
  }
}

const refused = z.object({ success: z.literal(false) })

/** The operator's own address, which may lie in a network of theirs. */
async function tell(url: string, { method, headers, body }: PurgeCall, stopping: AbortSignal): Promise<void> {
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), stopping])
  const length = body === undefined ? undefined : { 'content-length': String(Buffer.byteLength(body)) }
  const answer = await checkedRequest(new URL(url), {
    method,
    headers: { ...headers, ...length },
    ...(body !== undefined && { body }),
    signal,
    isAllowed: () => true,
  })
  const text = (await bodyOf(answer, { mostBytes: MOST_BYTES, cut: true })).toString()
  const status = answer.statusCode ?? 0
  if (status < 200 || status > 299) throw new Error(`it answers ${status}`)
  // Cloudflare says so in its body as well.
  if (refused.safeParse(parse(text)).success) throw new Error('it refuses')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
