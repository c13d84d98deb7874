import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makePage } from './make-page'
import type { Page } from './page'
import { sendPage } from './respond'
import { makeWhole } from './send-whole'
import { drainServer, stopServer } from './server-socket'

const ADDRESS = { way: 'page', key: '/a', section: 'other', deep: false } as const
const TEXT = '正文'.repeat(40)
let server: Server
let page: Page
let whole: number
/** opens for /slow */
let gate: PromiseWithResolvers<void>

beforeEach(async () => {
  // No text: it stands as it is.
  const headers = { 'content-type': 'application/octet-stream' }
  const rendered = { status: 200, headers, body: Buffer.from(TEXT), tags: ['a'], untilMs: Number.POSITIVE_INFINITY }
  page = await makePage(ADDRESS, { ...rendered, fromNextCache: false }, 'http://127.0.0.1', true)
  ;[whole, gate] = [0, Promise.withResolvers()]
  server = createServer(async (req, res) => {
    if (req.url === '/slow') await gate.promise
    sendPage(req, res, page, false)
    // Node has been told nothing of such an answer's head.
    if (!res.headersSent) whole++
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`

function visit(): { socket: Socket; answers: (count: number) => Promise<string[]>; said: () => string } {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let said = ''
  socket.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const answers = async (count: number) => {
    while (said.split(TEXT).length <= count) await once(socket, 'data')
    return said.split(TEXT).slice(0, count)
  }
  return { socket, answers, said: () => said }
}

const linesOf = (head = '') =>
  head
    .split('\r\n')
    .filter((line) => !/^(connection|keep-alive|date):/i.test(line))
    .map((line) => line.toLowerCase())

it('says what Node says, and the connection serves the next request', async () => {
  const { socket, answers } = visit()
  socket.write(ask('/a'))
  await answers(1)
  socket.write(ask('/a'))
  await answers(2)
  expect(whole).toBe(2)
  socket.write(ask('/a', 'Connection: close\r\n'))
  const [first, second, last] = await answers(3)
  await once(socket, 'end')
  expect(whole).toBe(2)
  expect(linesOf(first)).toEqual(linesOf(last))
  expect(second).toMatch(
    /\r\nDate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\nConnection: keep-alive\r\nKeep-Alive: timeout=\d+\r\n/,
  )
})

it('answers what was asked at once in its order', async () => {
  const { socket, answers, said } = visit()
  socket.write(ask('/a') + ask('/slow') + ask('/a') + ask('/a').replace('GET', 'HEAD') + ask('/a'))
  await answers(1)
  expect(said().endsWith(TEXT)).toBe(true)
  gate.resolve()
  expect(await answers(4)).toHaveLength(4)
  expect(said().match(/HTTP\/1\.1 200 OK/g)).toHaveLength(5)
})

it('loses nothing to whoever reads late', async () => {
  const { socket, answers } = visit()
  socket.pause()
  const many = 5_000
  socket.write(ask('/a').repeat(many))
  await expect.poll(() => whole).toBeGreaterThan(0)
  socket.resume()
  const heads = await answers(many)
  expect(new Set(heads.map((head) => linesOf(head).join())).size).toBe(1)
})

it('lets a server drain and stop', async () => {
  const { socket, answers } = visit()
  socket.write(ask('/a'))
  await answers(1)
  const drained = drainServer(server)
  socket.write(ask('/a'))
  expect((await answers(2))[1]).toContain('Connection: close')
  await once(socket, 'end')
  await drained
  await stopServer(server)
})

it('takes no header that would be two', () => {
  expect(() => makeWhole(200, ['Location', '/a\r\nSet-Cookie: b'], Buffer.of())).toThrow('Invalid character')
})
