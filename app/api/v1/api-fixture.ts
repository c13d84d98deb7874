import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { config } from '@/server/config'
import { newCounters } from '@/server/pages/counters'
import { createHandler } from '@/server/pages/handler'
import { PageMaker } from '@/server/pages/page-maker'
import { PageStore } from '@/server/pages/page-store'
import { createRenderer } from '@/server/pages/render'
import { tellClient } from '@/server/pages/tell-client'
import { createWatch } from '@/server/pages/watch'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
/** The handlers of a route.ts, by method. */
export type Route = Partial<Record<'GET' | 'POST', Handler>>

export interface ServedApi {
  url: string
  store: PageStore
  close(): Promise<void>
}

/** The API's routes behind the page server, as readers reach them; `routes` by address, `/api/v1/articles/[id]`. */
export async function serveApi(routes: Record<string, unknown>): Promise<ServedApi> {
  const { SITE_URL } = config()
  const next = async (req: IncomingMessage, res: ServerResponse) => await answerBy(routes as Record<string, Route>, req, res)
  const store = new PageStore(10_000_000)
  const counters = newCounters()
  const server = createServer(
    createHandler({
      store,
      maker: new PageMaker(store, createRenderer(next, SITE_URL), SITE_URL),
      next: async (req, res) => {
        tellClient(req)
        await next(req, res)
      },
      sendFile: async () => false,
      sendOwn: async () => false,
      publicFiles: new Set(),
      allowedHosts: null,
      bus: { hearing: 'sure', silent: false, settled: async () => {} },
      lostSince: () => false,
      searchWait: () => 0,
      counters,
      watch: createWatch(counters, { answered: () => {}, hit: () => {} }),
      locale: 'zh-CN',
      siteUrl: SITE_URL,
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Stands for Next: finds the route, plain ones before those with a place in them. */
async function answerBy(routes: Record<string, Route>, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(req.url ?? '', 'http://site.test')
  const addresses = Object.keys(routes).sort((one, other) => one.indexOf('[') - other.indexOf('['))
  for (const address of addresses) {
    const found = new RegExp(`^${address.replace(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`).exec(url.pathname)
    if (!found) continue
    const handler = routes[address]?.[req.method as 'GET']
    if (!handler) return void res.writeHead(405).end()
    const answer = await handler(requestOf(req, url), { params: Promise.resolve({ ...found.groups }) })
    return void res.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  }
  res.writeHead(404).end()
}

function requestOf(req: IncomingMessage, url: URL): Request {
  const headers = Object.entries(req.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  const method = req.method ?? 'GET'
  if (method !== 'POST') return new Request(url, { method, headers })
  return new Request(url, { method, headers, body: Readable.toWeb(req) as ReadableStream, duplex: 'half' } as RequestInit)
}
