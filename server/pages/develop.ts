import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import next from 'next'
import { isLite } from '@/newsroom/addresses'
import { readAddress } from '@/newsroom/page-address'
import { config } from '@/server/config'
import { makePage } from './make-page'
import { sendPlainPage } from './plain-page'
import { createRenderer } from './render'
import { sendPage } from './respond'
import type { Serving } from './serve'
import { listen, stopServer } from './server-socket'
import { type FindMedia, StaticFiles } from './static-files'
import { tellClient } from './tell-client'

/**
 * Serves through Next's development server, with live reload; only wrong addresses, slashes, media and the lite edition are
 * answered as in production.
 */
export async function develop({ dir, findMedia }: { dir: string; findMedia: FindMedia }): Promise<Serving> {
  const { PORT, HOST, SITE_URL, SITE_LOCALE } = config()
  const server = createServer()
  // Live reload runs over this server's upgrade requests.
  const app = next({ dev: true, dir, port: PORT, hostname: 'localhost', httpServer: server })
  await app.prepare()
  const nextHandler = app.getRequestHandler()
  const render = createRenderer(nextHandler, SITE_URL)
  const publicDir = join(dir, 'public')
  const files = new StaticFiles({
    static: join(dir, '.next/static'),
    islands: join(publicDir, 'islands'),
    public: publicDir,
    media: findMedia,
  })
  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    const address = readAddress(req.url ?? '')
    const ofNext = /^\/(_next|__next)/.test(req.url ?? '')
    if (address.way === 'refuse' && !ofNext)
      return sendPlainPage(res, { status: 400, locale: SITE_LOCALE, reason: address.reason })
    if (address.way === 'redirect') return void res.writeHead(308, { Location: address.to }).end()
    if (address.way === 'file' && (address.folder === 'media' || address.folder === 'islands')) {
      return void files.send(req, res, address).then((sent) => {
        if (!sent) sendPlainPage(res, { status: 404, locale: SITE_LOCALE })
      })
    }
    if (address.way === 'page' && isLite(address.key)) {
      return void render(address.key)
        .then(async (rendered) => sendPage(req, res, await makePage(address, rendered, SITE_URL, false), false))
        .catch((error: Error) => res.destroy(error))
    }
    tellClient(req)
    void nextHandler(req, res)
  })
  await listen(server, PORT, HOST)
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections()
      await stopServer(server)
      await app.close()
    },
  }
}
