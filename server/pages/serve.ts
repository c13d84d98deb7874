import cluster from 'node:cluster'
import { createServer, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import next from 'next'
import { networkOf } from '@/newsroom/network-address'
import { config } from '@/server/config'
import { directDatabaseUrl } from '@/server/database-url'
import { cutConnections, lostSince } from '@/server/pools'
import { answerByNext } from './answer-by-next'
import { BulkPace } from './bulk-pace'
import { BusListener } from './bus-listener'
import { openClusterScrape } from './cluster-metrics'
import { newCounters } from './counters'
import { createHandler } from './handler'
import { createReadiness } from './health'
import { createOwnAnswers } from './own-answers'
import { PageMaker } from './page-maker'
import { PageStore } from './page-store'
import { openProcessMetrics } from './process-metrics'
import { ReadingRequest } from './reading-request'
import { createRenderer } from './render'
import { type ReadSources, renderFrom } from './render-from'
import { StaffFirst } from './render-queue'
import { SearchLimits } from './search-limits'
import { answerUnreadable, drainServer, limitSlowClients, listen, SLOW_CLIENTS, stopServer } from './server-socket'
import { addServingMetrics, openTimes } from './serving-metrics'
import { SharedSearchLimits } from './shared-search-limits'
import { addSiteMetrics } from './site-metrics'
import { type FindMedia, listPublicFiles, StaticFiles } from './static-files'
import { letThrough, whoAsks } from './tell-client'
import { timedRender } from './timed-render'
import { Visits, type VisitsOptions } from './visits'
import { createWatch } from './watch'

export interface Serving {
  port: number
  /** Finishes what is under way, ten seconds at most. */
  stop: () => Promise<void>
}

export interface ServingReaders extends Serving {
  /** takes no new visitor and sends those that are here elsewhere, before it is stopped */
  drain: () => Promise<void>
}

/** Of a search: a suggestion is asked for with every letter somebody types, of the API page after page. */
const SMALL_COST = 0.25

export interface ServeOptions extends VisitsOptions {
  dir: string
  /** names the file of a media key; throws on a key that leaves the storage */
  findMedia: FindMedia
  /** rejects where pictures cannot be kept */
  checkStorage: () => Promise<void>
  /** takes a search out of the bucket that all servers share; answers as SearchLimits does */
  takeSearch: (visitor: string, cost: number) => Promise<number>
  /** whether these cookies hold a session that we signed: whether it still counts, the desk finds out */
  isSession: (cookies: string | undefined) => boolean
  /** databases beside the primary */
  sources: ReadSources
}

/** Serves the built site. */
export async function serve({
  dir,
  findMedia,
  checkStorage,
  sources,
  saveReads,
  saveShares,
  takeSearch,
  isSession,
}: ServeOptions): Promise<ServingReaders> {
  const { PORT, HOST, SITE_URL, SITE_LOCALE, ALLOWED_HOSTS, METRICS_TOKEN, PAGE_CACHE_BYTES, SEARCHES_PER_MINUTE, DATA_DIR } =
    config()
  let stopping = false
  // Next would take upgrade requests on the server it is told of: it is told of one that never listens.
  const app = next({ dev: false, dir, port: PORT, httpServer: new Server() })
  await app.prepare()
  const nextHandler = app.getRequestHandler()

  const store = new PageStore(PAGE_CACHE_BYTES)
  const pace = new BulkPace((tags) => void store.invalidate(tags))
  const onPosition = sources.count > 0 ? sources.note.bind(sources) : undefined
  const bus = new BusListener({
    url: directDatabaseUrl,
    onTags: (tags) => pace.tell(tags),
    onPosition,
    onSilence: cutConnections,
  })
  await bus.start()
  const staff = new StaffFirst()
  const counters = newCounters()
  const registry = openProcessMetrics()
  // Only the primary of several processes asks the database for what is one for all of them.
  if (cluster.isPrimary) addSiteMetrics(registry, { url: directDatabaseUrl, dataDir: DATA_DIR })
  const times = openTimes(registry)
  const rendered = renderFrom(sources, createRenderer(nextHandler, SITE_URL), () => bus.hearing === 'sure')
  const maker = new PageMaker(store, timedRender(rendered, times), SITE_URL, staff)
  addServingMetrics(registry, { counters, store, maker, bus, sources })
  const publicDir = join(dir, 'public')
  const files = new StaticFiles({
    static: join(dir, '.next/static'),
    islands: join(publicDir, 'islands'),
    public: publicDir,
    media: findMedia,
  })
  const searches = new SharedSearchLimits(new SearchLimits(SEARCHES_PER_MINUTE), takeSearch)
  const visits = new Visits({ saveReads, saveShares })

  const server = createServer(
    { connectionsCheckingInterval: SLOW_CLIENTS.checkMs, optimizeEmptyRequests: true, IncomingMessage: ReadingRequest },
    createHandler({
      store,
      maker,
      next: (req, res) => {
        letThrough(req)
        const answered = () => answerByNext(nextHandler, req, res)
        return isSession(req.headers.cookie) ? staff.serve(answered) : answered()
      },
      sendFile: (req, res, address) => files.send(req, res, address),
      sendOwn: createOwnAnswers({
        readiness: createReadiness({
          url: directDatabaseUrl,
          migrationsDir: join(dir, 'prisma/migrations'),
          listening: () => bus.listening,
          checkStorage,
        }),
        metrics: openClusterScrape(registry),
        metricsToken: METRICS_TOKEN,
        onRead: (req) => visits.read(req),
        stopping: () => stopping,
      }),
      publicFiles: await listPublicFiles(publicDir),
      allowedHosts: ALLOWED_HOSTS ? new Set([...ALLOWED_HOSTS.map((host) => host.toLowerCase()), new URL(SITE_URL).host]) : null,
      bus,
      lostSince,
      counters,
      watch: createWatch(counters, times),
      searchWait: (req, section) => searches.take(networkOf(whoAsks(req) ?? ''), section === 'search' ? 1 : SMALL_COST),
      onSent: (req, page) => visits.sent(req, page),
      locale: SITE_LOCALE,
      siteUrl: SITE_URL,
    }),
  )
  limitSlowClients(server)
  answerUnreadable(server, SITE_LOCALE, SITE_URL)
  await listen(server, PORT, HOST)
  return {
    port: (server.address() as AddressInfo).port,
    drain: () => drainServer(server),
    stop: async () => {
      stopping = true
      await stopServer(server)
      await visits.stop()
      await bus.stop()
      pace.stop()
      await app.close()
    },
  }
}
