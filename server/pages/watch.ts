import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { addressForLog, givenRequestId, pathForLog } from '@/newsroom/log-line'
import { type Config, config } from '@/server/config'
import { log } from '@/server/log'
import { inRequest } from '@/server/request-scope'
import { inSpan, tracer } from '@/server/trace'
import { type Counters, countAnswer, type Kind } from './counters'
import type { Times } from './serving-metrics'
import { isTrustedPeer, whoAsks } from './tell-client'

/** A request that no kept page answers. */
export interface Visit {
  id: string
  kind: Kind
}

/** Sees every request: what goes in the metrics, in the log, in a trace. */
export interface Watch {
  /** follows what no kept page answers */
  attend: (req: IncomingMessage, res: ServerResponse, work: (visit: Visit) => Promise<void>) => void
  /** hears of kept pages, of some only unless `logsAll` */
  hit: (req: IncomingMessage, res: ServerResponse, kind: Kind, ms: number) => void
  logsAll: boolean
}

/** Nobody waited for the answer (nginx has this number for it). */
const LEFT = 499

/**
 * A request that no kept page answers has an id, which stands in every line logged meanwhile, is counted and timed, and gets a line
 * of its own where it failed or took long.
 */
export function createWatch(counters: Counters, times: Pick<Times, 'answered' | 'hit'>): Watch {
  const settings = config()
  const logsAll = settings.ACCESS_LOG === 'all'
  const attend: Watch['attend'] = (req, res, work) => {
    const startedMs = performance.now()
    const visit: Visit = { id: idOf(req), kind: 'other' }
    res.once('close', () => {
      const ms = performance.now() - startedMs
      const status = res.headersSent ? res.statusCode : LEFT
      countAnswer(counters, visit.kind, status)
      times.answered(visit.kind, ms / 1_000)
      if (visit.kind !== 'own' && isTold(settings, status, ms)) inRequest(visit, () => logAccess(req, status, ms, visit.kind))
    })
    void inRequest(visit, () => (tracer() ? traced(req, res, visit, work) : work(visit)))
  }
  const hit: Watch['hit'] = (req, res, kind, ms) => {
    times.hit(ms / 1_000)
    if (logsAll) logAccess(req, res.statusCode, ms, kind)
  }
  return { attend, hit, logsAll }
}

/** One line of the access log. */
function logAccess(req: IncomingMessage, status: number, ms: number, kind: Kind): void {
  const line = {
    kind,
    method: req.method,
    path: pathForLog(req.url ?? ''),
    status,
    ms: Math.round(ms * 10) / 10,
    address: addressForLog(whoAsks(req), config().LOG_ADDRESSES),
  }
  log()[status >= 500 ? 'warn' : 'info'](line, 'a request')
}

function isTold({ ACCESS_LOG, SLOW_REQUEST_MS }: Config, status: number, ms: number): boolean {
  return ACCESS_LOG === 'all' || (ACCESS_LOG === 'errors' && (status >= 500 || ms >= SLOW_REQUEST_MS))
}

/** What a proxy of ours calls it; a visitor's word for it is none. */
function idOf(req: IncomingMessage): string {
  const { 'x-request-id': given, traceparent } = req.headers
  if ((given === undefined && traceparent === undefined) || !isTrustedPeer(req)) return randomUUID()
  return givenRequestId({ requestId: oneOf(given), traceparent: oneOf(traceparent) }) ?? randomUUID()
}

const oneOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header)

async function traced(
  req: IncomingMessage,
  res: ServerResponse,
  visit: Visit,
  work: (visit: Visit) => Promise<void>,
): Promise<void> {
  const facts = { 'http.request.method': req.method ?? '', 'url.path': pathForLog(req.url ?? ''), 'request.id': visit.id }
  const answer = () =>
    inSpan('request', facts, async (note) => {
      await work(visit)
      note({ 'http.response.status_code': res.statusCode, 'broadsheet.kind': visit.kind })
    })
  const parent = isTrustedPeer(req) ? oneOf(req.headers.traceparent) : undefined
  await (parent === undefined ? answer() : tracer()?.following(parent, answer))
}
