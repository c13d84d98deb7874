import { createServer, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import next from 'next'
import { networkOf } from '@/newsroom/network-address'
import { config } from '@/server/config'
import { directDatabaseUrl } from '@/server/database-url'
import { answerByNext } from './answer-by-next'
import { BulkPace } from './bulk-pace'
import { BusListener } from './bus-listener'
import { createHandler } from './handler'
import { createReadiness } from './health'
import { metricsText, newCounters } from './metrics'
import { createOwnAnswers } from './own-answers'
import { PageMaker } from './page-maker'
import { PageStore } from './page-store'
import { createRenderer } from './render'
import { type ReadSources, renderFrom } from './render-from'
import { StaffFirst } from './render-queue'
import { SearchLimits } from './search-limits'
import { answerUnreadable, limitSlowClients, listen, stopServer } from './server-socket'
import { isOfStaff } from './staff-request'
import { type FindMedia, listPublicFiles, StaticFiles } from './static-files'
import { tellClient, whoAsks } from './tell-client'
import { Visits, type VisitsOptions } from './visits'

export interface Serving {
  port: number
  /** Finishes what is under way, ten seconds at most. */
  stop: () => Promise<void>
}

/** Of a search: it is asked for with every letter somebody types. */
const SUGGESTION_COST = 0.25

export interface ServeOptions extends VisitsOptions {
  dir: string
  /** names the file of a media key; throws on a key that leaves the storage */
  findMedia: FindMedia
  /** databases beside the primary */
  sources: ReadSources
}

/** Serves the built site. */
export async function serve({ dir, findMedia, sources, saveReads, saveShares }: ServeOptions): Promise<Serving> {
  const { PORT, HOST, SITE_URL, SITE_LOCALE, ALLOWED_HOSTS, METRICS_TOKEN, PAGE_CACHE_BYTES, SEARCHES_PER_MINUTE } = config()
  let stopping = false
  // Next would take upgrade requests on the server it is told of: it is told of one that never listens.
  const app = next({ dev: false, dir, port: PORT, httpServer: new Server() })
  await app.prepare()
  const nextHandler = app.getRequestHandler()

  const store = new PageStore(PAGE_CACHE_BYTES)
  const pace = new BulkPace((tags) => void store.invalidate(tags))
  const onPosition = sources.count > 0 ? sources.note.bind(sources) : undefined
  const bus = new BusListener({ url: directDatabaseUrl, onTags: (tags) => pace.tell(tags), onPosition })
  await bus.start()
  const staff = new StaffFirst()
  const maker = new PageMaker(
    store,
    renderFrom(sources, createRenderer(nextHandler, SITE_URL), () => bus.hearing === 'sure'),
    SITE_URL,
    staff,
  )
  const publicDir = join(dir, 'public')
  const files = new StaticFiles({
    static: join(dir, '.next/static'),
    islands: join(publicDir, 'islands'),
    public: publicDir,
    media: findMedia,
  })
  const counters = newCounters()
  const searches = new SearchLimits(SEARCHES_PER_MINUTE)
  const visits = new Visits({ saveReads, saveShares })

  const server = createServer(
    createHandler({
      store,
      maker,
      next: (req, res) => {
        tellClient(req)
        const answered = () => answerByNext(nextHandler, req, res)
        return isOfStaff(req) ? staff.serve(answered) : answered()
      },
      sendFile: (req, res, address) => files.send(req, res, address),
      sendOwn: createOwnAnswers({
        readiness: createReadiness({
          url: directDatabaseUrl,
          migrationsDir: join(dir, 'prisma/migrations'),
          listening: () => bus.listening,
        }),
        metrics: () =>
          metricsText([
            ['requests_total', 'counter', 'Requests taken.', counters.requests],
            ['page_hits_total', 'counter', 'Answers from kept pages.', counters.hits],
            ['stale_answers_total', 'counter', 'Last good pages sent because none could be rendered.', counters.stale],
            ['renders_total', 'counter', 'Pages rendered.', maker.renders],
            ['render_failures_total', 'counter', 'Renders that failed.', maker.failures],
            ['renders_waiting', 'gauge', 'Renders that wait for a place.', maker.waiting],
            ['kept_pages', 'gauge', 'Pages kept.', store.size],
            ['kept_bytes', 'gauge', 'Bytes of kept pages, their index included.', store.sizeBytes],
            ['bus_listening', 'gauge', 'Whether changes are heard of.', bus.listening ? 1 : 0],
            ['bus_position', 'gauge', 'The highest event heard of.', bus.position],
            ['replicas_ready', 'gauge', 'Replicas that have all a reader must see.', sources.ready],
            ['replica_renders_total', 'counter', 'Pages read from a replica.', sources.reads],
            ['invalidations_total', 'counter', 'Calls that dropped pages.', store.invalidations],
          ]),
        metricsToken: METRICS_TOKEN,
        onRead: (req) => visits.read(req),
        stopping: () => stopping,
      }),
      publicFiles: await listPublicFiles(publicDir),
      allowedHosts: ALLOWED_HOSTS ? new Set([...ALLOWED_HOSTS.map((host) => host.toLowerCase()), new URL(SITE_URL).host]) : null,
      bus,
      counters,
      searchWait: (req, section) => searches.take(networkOf(whoAsks(req) ?? ''), section === 'suggest' ? SUGGESTION_COST : 1),
      onSent: (req, page) => visits.sent(req, page),
      locale: SITE_LOCALE,
    }),
  )
  limitSlowClients(server)
  answerUnreadable(server, SITE_LOCALE)
  server.on('upgrade', (_req, socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'))
  await listen(server, PORT, HOST)
  return {
    port: (server.address() as AddressInfo).port,
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
