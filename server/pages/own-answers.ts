import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { bearerMatches } from './bearer'
import type { Readiness } from './health'
import { matches } from './precondition'
import { SPECULATION_RULES } from './speculation-rules'

export interface OwnAnswersOptions {
  readiness: () => Promise<Readiness>
  metrics: () => Promise<string>
  metricsToken: string | undefined
  /** hears that somebody reads an article */
  onRead: (req: IncomingMessage) => void
  /** a stopping server is alive, but wants no new visitors */
  stopping: () => boolean
}

const RULES_ETAG = `"${createHash('sha256').update(SPECULATION_RULES).digest('base64url').slice(0, 22)}"`

/** Answers `/healthz`, `/readyz`, `/metrics`, `/read` and the speculation rules; false for any other name. */
export function createOwnAnswers(options: OwnAnswersOptions) {
  return async (req: IncomingMessage, res: ServerResponse, name: string): Promise<boolean> => {
    if (name === 'healthz') return send(req, res, 200, 'text/plain; charset=utf-8', 'ok\n')
    if (name === 'readyz') {
      const state = { ...(await options.readiness()), stopping: options.stopping() }
      const ready = state.database && state.migrations && state.bus && !state.stopping
      // Readers are served without these; somebody is to look all the same.
      const degraded = !(state.storage && state.jobs)
      const body = `${JSON.stringify({ ready, degraded, ...state })}\n`
      return send(req, res, ready ? 200 : 503, 'application/json; charset=utf-8', body)
    }
    if (name === 'read') return readBeacon(req, res, options.onRead)
    if (name === 'metrics' && options.metricsToken !== undefined) {
      if (bearerMatches(req.headers.authorization, options.metricsToken)) {
        return send(req, res, 200, 'text/plain; version=0.0.4; charset=utf-8', await options.metrics())
      }
      return send(req, res, 401, 'text/plain; charset=utf-8', 'a bearer token is needed\n', ['WWW-Authenticate', 'Bearer'])
    }
    if (name === 'speculation-rules.json') {
      const caching = ['Cache-Control', 'public, max-age=3600', 'ETag', RULES_ETAG]
      if (matches(req.headers['if-none-match'], RULES_ETAG)) {
        res.writeHead(304, caching).end()
        return true
      }
      return send(req, res, 200, 'application/speculationrules+json', SPECULATION_RULES, caching)
    }
    return false
  }
}

/** A page's word that it is read: `POST /read?id=`, whose body nobody looks at. The answer never says whether it counted. */
function readBeacon(req: IncomingMessage, res: ServerResponse, onRead: (req: IncomingMessage) => void): true {
  req.resume()
  if (req.method === 'POST') {
    onRead(req)
    res.writeHead(204, ['Cache-Control', 'no-store']).end()
  } else res.writeHead(405, ['Allow', 'POST', 'Content-Length', '0', 'Cache-Control', 'no-store']).end()
  return true
}

function send(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: string[] = [],
): true {
  const caching = headers.includes('Cache-Control') ? [] : ['Cache-Control', 'no-store']
  const length = String(Buffer.byteLength(text))
  res.writeHead(status, ['Content-Type', type, 'Content-Length', length, ...caching, ...headers])
  res.end(req.method === 'HEAD' ? undefined : text)
  return true
}
