import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ReadingRequest } from './reading-request'

let server: Server
/** of each request, whether it was taken for read before anybody looked */
let done: [method: string | undefined, done: boolean][]

beforeEach(async () => {
  done = []
  server = createServer({ optimizeEmptyRequests: true, IncomingMessage: ReadingRequest }, async (req, res) => {
    done.push([req.method, req.readableEnded])
    res.end(req.readableEnded ? '' : await text(req))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

it('of what only reads nothing is waited for; a body, also one that is not there, ends for whoever reads it', async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const say = async (method: string, body?: string) => await (await fetch(url, { method, ...(body && { body }) })).text()
  expect(await say('GET')).toBe('')
  expect(await say('HEAD')).toBe('')
  expect(await say('DELETE')).toBe('')
  expect(await say('POST', 'words')).toBe('words')
  expect(done).toEqual([
    ['GET', true],
    ['HEAD', true],
    ['DELETE', false],
    ['POST', false],
  ])
})
