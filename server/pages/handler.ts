import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { pathForLog } from '@/newsroom/log-line'
import { type Address, readAddress } from '@/newsroom/page-address'
import type { Section } from '@/newsroom/page-section'
import { log } from '@/server/log'
import { requestId } from '@/server/request-scope'
import type { Hearing } from './bus-listener'
import { type Counters, countAnswer } from './counters'
import { isForeignAction } from './foreign-action'
import { isFresh, isSearch, leastHeaders } from './headers'
import type { PageAddress } from './make-page'
import type { Page } from './page'
import type { PageMaker } from './page-maker'
import { isOfArticle, type PageStore } from './page-store'
import { type PlainStatus, sendPlainPage } from './plain-page'
import { Busy, withPatience } from './render-queue'
import { sendPage } from './respond'
import type { FileAddress } from './static-files'
import type { Visit, Watch } from './watch'

export interface HandlerOptions {
  store: PageStore
  maker: PageMaker
  next: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  sendFile: (req: IncomingMessage, res: ServerResponse, address: FileAddress) => Promise<boolean>
  sendOwn: (req: IncomingMessage, res: ServerResponse, name: string) => Promise<boolean>
  publicFiles: ReadonlySet<string>
  /** lower case; null: any Host is taken, none is ever used for output */
  allowedHosts: ReadonlySet<string> | null
  /** what is known of changes: without a database kept pages go out marked, without certainty articles wait for it */
  bus: { readonly hearing: Hearing; readonly silent: boolean; settled(): Promise<void> }
  /** whether a connection to the database broke, or was refused, since that `performance.now()` */
  lostSince: (ms: number) => boolean
  counters: Counters
  watch: Watch
  /** seconds after which whoever sends this may search, or ask the API for what is not kept, again; 0: now */
  searchWait: (req: IncomingMessage, section: Section) => number | Promise<number>
  /** hears of every page sent */
  onSent?: (req: IncomingMessage, page: Page) => void
  locale: string
  /** without a closing slash */
  siteUrl: string
}

type Way = (req: IncomingMessage, res: ServerResponse, visit: Visit) => Promise<void>

/** What Next knows beside reading: it fails at any other, TRACE among them. */
const METHODS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Two looks at the clock cost more than counting: one kept page in so many is timed. */
const TIMED_EVERY = 64
/** A database that does not answer is not waited for longer; until it is sure that it does not, some seconds more may pass. */
const STAFF_PATIENCE_MS = 7_000
/** What can be rendered without one needs no longer. */
const AWAY_PATIENCE_MS = 2_000

/** Sends each request its way: a kept page at once, all else as its address says. */
export function createHandler(options: HandlerOptions): RequestListener {
  const { store, counters, locale } = options
  const byAddress = createWays(options)
  const least = leastHeaders(options.siteUrl)
  return (req, res) => {
    counters.requests++
    const reads = req.method === 'GET' || req.method === 'HEAD'
    const target = req.url ?? ''
    const strange = options.allowedHosts !== null && !isAllowed(req, target, options.allowedHosts)
    const upgrades = req.headers.upgrade?.toLowerCase() === 'websocket'
    // The usual case: the target is the canonical address of a page that is kept, with all its headers.
    const page = reads && !strange && !upgrades ? store.get(target) : undefined
    if (page && isCertain(page, options.bus.hearing)) return hit(req, res, page, options)
    for (let at = 0; at < least.length; at += 2) res.setHeader(least[at] as string, least[at + 1] as string)
    if (strange) return refuse(res, counters, { status: 400, locale, reason: 'Host' })
    if (upgrades) return refuse(res, counters, { status: 400, locale, reason: 'Upgrade', headers: ['Connection', 'close'] })
    options.watch.attend(req, res, (visit) =>
      byAddress(req, res, visit).catch((error: unknown) => {
        log().error({ error: said(error), path: pathForLog(target) }, 'a request failed')
        if (res.headersSent) res.destroy()
        else plain(res, counters, { status: 500, locale })
      }),
    )
  }
}

function createWays(options: HandlerOptions): Way {
  const { counters, locale } = options
  return async (req, res, visit) => {
    const address = readAddress(req.url ?? '', options.publicFiles)
    visit.kind = kindOf(address)
    const reads = req.method === 'GET' || req.method === 'HEAD'
    const writable =
      address.way === 'next' ||
      (address.way === 'page' && address.key.startsWith('/api/')) ||
      (address.way === 'own' && address.name === 'read')
    if (address.way === 'refuse') return plain(res, counters, { status: 400, locale, reason: address.reason })
    if (!reads && !(writable && METHODS.has(req.method ?? '')))
      return plain(res, counters, { status: 405, locale, headers: ['Allow', 'GET, HEAD'] })
    if (address.way === 'next' || (!reads && address.way === 'page')) {
      if (isForeignAction(req))
        return plain(res, counters, { status: 403, locale, reason: 'Origin', headers: ['Connection', 'close'] })
      res.setHeader('X-Request-Id', visit.id)
      return await answerStaff(req, res, options)
    }
    if (address.way === 'redirect') return redirect(res, address.to)
    if (address.way === 'page') return await answerPage(req, res, address, options)
    const sent =
      address.way === 'file' ? await answerFile(req, res, address, options) : await options.sendOwn(req, res, address.name)
    if (!sent) plain(res, counters, { status: 404, locale })
  }
}

/** Pictures may lie on another machine: who cannot have one now is to come again. */
async function answerFile(
  req: IncomingMessage,
  res: ServerResponse,
  address: FileAddress,
  options: HandlerOptions,
): Promise<boolean> {
  try {
    return await options.sendFile(req, res, address)
  } catch (error) {
    if (address.folder !== 'media' || res.headersSent) throw error
    log().error({ error: said(error), path: pathForLog(address.path) }, 'a picture could not be fetched')
    plain(res, options.counters, { status: 503, locale: options.locale, headers: ['Retry-After', '3'] })
    return true
  }
}

/**
 * Nothing of the desk, and no writing, is done without the database: who asks is told so at once. Where it falls silent while somebody
 * waits, they are told in time; what comes of it afterwards is nobody's.
 */
async function answerStaff(req: IncomingMessage, res: ServerResponse, options: HandlerOptions): Promise<void> {
  const { bus, counters, locale } = options
  const tellAway = () => plain(res, counters, { status: 503, locale, reason: 'database', headers: ['Retry-After', '3'] })
  if (bus.silent) return tellAway()
  const startedMs = performance.now()
  sayAgain(res, () => bus.hearing !== 'sure' || options.lostSince(startedMs))
  // On a machine that has no time for this process nothing is sure for a while, and the database is well.
  const timer = setTimeout(async () => {
    await bus.settled()
    if (bus.hearing !== 'sure' && !res.headersSent && !res.closed) tellAway()
  }, STAFF_PATIENCE_MS)
  try {
    await options.next(req, res)
  } catch (error) {
    if (res.headersSent || bus.hearing === 'sure') throw error
    tellAway()
  } finally {
    clearTimeout(timer)
  }
}

/** What fails for want of a connection is no fault of the desk: whoever asks is to come again. */
function sayAgain(res: ServerResponse, isAway: () => boolean): void {
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status !== 500 || !isAway()) return writeHead(status, ...rest)
    res.setHeader('Retry-After', '3')
    return writeHead(503, ...rest)
  }) as ServerResponse['writeHead']
}

async function answerPage(
  req: IncomingMessage,
  res: ServerResponse,
  address: PageAddress,
  options: HandlerOptions,
): Promise<void> {
  const { maker, counters, bus, locale, searchWait } = options
  const kept = await certainPage(address.key, options)
  if (kept) return hit(req, res, kept, options)
  // Nothing is rendered without the database: what there was is there at once.
  if (bus.hearing === 'away' && sendLast(req, res, address, options, true)) return
  const isCounted = isSearch(address.section) || address.section === 'api'
  const waitS = isCounted ? await searchWait(req, address.section) : 0
  if (waitS > 0) return plain(res, counters, { status: 429, locale, headers: ['Retry-After', String(waitS)] })
  counters.misses++
  const id = requestId()
  // What others may keep must not carry what is one visitor's.
  if (id !== undefined && isFresh(address.section)) res.setHeader('X-Request-Id', id)
  const startedMs = performance.now()
  try {
    const making = maker.make(address)
    const page = await (bus.silent ? withPatience(making, AWAY_PATIENCE_MS) : making)
    sendPage(req, res, page, false)
    options.onSent?.(req, page)
  } catch (error) {
    const busy = error instanceof Busy
    log()[busy ? 'warn' : 'error']({ error: said(error), path: pathForLog(address.key) }, 'a page could not be rendered')
    const away = bus.hearing !== 'sure' || options.lostSince(startedMs)
    if (sendLast(req, res, address, options, away)) return
    // Without the database nothing can be rendered, which is no fault of the page: whoever asks is to come again, a search engine too.
    const passes = busy || away
    plain(res, counters, passes ? { status: 503, locale, headers: ['Retry-After', '3'] } : { status: 500, locale })
  }
}

/** The last good page, marked; false: there is none. */
function sendLast(
  req: IncomingMessage,
  res: ServerResponse,
  { key }: PageAddress,
  { store, counters }: HandlerOptions,
  away: boolean,
): boolean {
  const last = store.lastGood(key, away)
  if (!last) return false
  counters.stale++
  sendPage(req, res, last, true)
  return true
}

/**
 * A kept page may be untrue where a change was not heard of. Of lists some seconds are no harm; a correction or withdrawal must have
 * been heard of. Without a database, or with one that takes seconds to answer, nobody can say, and what there is goes out, marked.
 */
const isCertain = (page: Page, hearing: Hearing) =>
  hearing === 'sure' || hearing === 'away' || hearing === 'late' || !isOfArticle(page)

async function certainPage(key: string, { store, bus }: HandlerOptions): Promise<Page | undefined> {
  const page = store.get(key)
  if (!page || isCertain(page, bus.hearing)) return page
  await bus.settled()
  return bus.hearing === 'deaf' ? undefined : store.get(key)
}

function hit(req: IncomingMessage, res: ServerResponse, page: Page, options: HandlerOptions): void {
  const { counters, watch } = options
  const { hearing } = options.bus
  const isTimed = counters.hits++ % TIMED_EVERY === 0 || watch.logsAll
  const startedMs = isTimed ? performance.now() : 0
  sendPage(req, res, page, hearing !== 'sure' && hearing !== 'unsure')
  countAnswer(counters, page.section, res.statusCode)
  if (isTimed) watch.hit(req, res, page.section, performance.now() - startedMs)
  options.onSent?.(req, page)
}

function redirect(res: ServerResponse, to: string): void {
  res.writeHead(308, ['Location', to, 'Content-Length', '0', 'Cache-Control', 'public, max-age=3600']).end()
}

type PlainAnswer = { status: PlainStatus; locale: string; reason?: string; headers?: string[] }

function plain(res: ServerResponse, counters: Counters, answer: PlainAnswer): void {
  counters.plain[answer.status] = (counters.plain[answer.status] ?? 0) + 1
  const id = requestId()
  if (id !== undefined) res.setHeader('X-Request-Id', id)
  sendPlainPage(res, answer)
}

/** Before anything is known of it. */
function refuse(res: ServerResponse, counters: Counters, answer: PlainAnswer): void {
  countAnswer(counters, 'refused', answer.status)
  plain(res, counters, answer)
}

function kindOf(address: Address): Visit['kind'] {
  if (address.way === 'page') return address.section
  if (address.way === 'next') return 'desk'
  return address.way === 'refuse' ? 'refused' : address.way
}

/** Probes ask by number, so they are let in under any name. */
function isAllowed(req: IncomingMessage, target: string, hosts: ReadonlySet<string>): boolean {
  return hosts.has((req.headers.host ?? '').toLowerCase()) || target === '/healthz' || target === '/readyz'
}

function said(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
