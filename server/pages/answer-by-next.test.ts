import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { answer } from '@/server/render-scope'
import { answerByNext } from './answer-by-next'

async function asked(next: (req: IncomingMessage, res: ServerResponse) => Promise<void>): Promise<Response> {
  const server = createServer((req, res) => void answerByNext(next, req, res))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const told = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`, { method: 'POST' })
  server.close()
  return told
}

it('sends what an action says of its status, and its outcome with it', async () => {
  const told = await asked(async (_, res) => {
    await Promise.resolve()
    answer(403)
    res.statusCode = 200
    res.setHeader('content-type', 'text/x-component')
    res.write('0:')
    res.end('{"ok":false}')
  })
  expect([told.status, told.headers.get('content-type'), await told.text()]).toEqual([403, 'text/x-component', '0:{"ok":false}'])
})

it('sends everything else as Next does', async () => {
  expect((await asked(async (_, res) => void res.end('page'))).status).toBe(200)
  const failed = await asked(async (_, res) => {
    answer(403)
    res.writeHead(500).end()
  })
  expect(failed.status).toBe(500)
})
