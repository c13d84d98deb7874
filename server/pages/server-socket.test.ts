import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerUnreadable, limitSlowClients, listen, SLOW_CLIENTS } from './server-socket'

const BIG = 'x'.repeat(4_000_000)
let server: Server
let port = 0
const sockets: Socket[] = []
beforeAll(async () => {
  // The same limits, in a hundredth of their time.
  const quick = Object.fromEntries(Object.entries(SLOW_CLIENTS).map(([name, ms]) => [name, ms / 100])) as typeof SLOW_CLIENTS
  server = createServer({ connectionsCheckingInterval: quick.checkMs }, (req, res) => res.end(req.url === '/big' ? BIG : req.url))
  limitSlowClients(server, quick)
  answerUnreadable(server, 'zh-CN', 'http://127.0.0.1')
  await listen(server, 0, '127.0.0.1')
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  server.closeAllConnections()
  server.close()
})

/** A connection, and all that comes over it until it ends. */
async function open(): Promise<{ socket: Socket; told: Promise<string> }> {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  const told = new Promise<string>((resolve) => {
    let text = ''
    socket.on('data', (bytes) => {
      text += bytes
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
  })
  await new Promise((resolve) => socket.once('connect', resolve))
  return { socket, told }
}
const page = async () => await (await fetch(`http://127.0.0.1:${port}/page`)).text()

it('who sends a head or a body by drops is told so and let go, and nobody waits for them', async () => {
  const [head, body] = [await open(), await open()]
  head.socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n')
  body.socket.write('POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nx')
  expect(await page()).toBe('/page')
  expect(await head.told).toMatch(/^HTTP\/1\.1 408 .*<h1>/s)
  expect(await body.told).toContain('HTTP/1.1')
})

it('five hundred who say nothing, and twenty who do not read what they asked for, are in nobody’s way', async () => {
  const idle = await Promise.all(Array.from({ length: 500 }, open))
  const deaf = await Promise.all(Array.from({ length: 20 }, open))
  for (const { socket } of deaf) {
    socket.pause()
    socket.write('GET /big HTTP/1.1\r\nHost: a\r\n\r\n')
  }
  expect(await page()).toBe('/page')
  await Promise.all(idle.map(({ told }) => told))
  expect(await page()).toBe('/page')
})

it('a hundred requests in one breath are answered in their order, a head of a hundred kilobytes with 431', async () => {
  const [many, long] = [await open(), await open()]
  const paths = Array.from({ length: 100 }, (_, index) => `/page-${index}`)
  many.socket.write(
    paths
      .map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`)
      .join('')
      .replace(/\r\n\r\n$/, '\r\nConnection: close\r\n\r\n'),
  )
  expect((await many.told).match(/\/page-\d+/g)).toEqual(paths)
  long.socket.write(`GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`)
  expect(await long.told).toMatch(/^HTTP\/1\.1 431 /)
})
