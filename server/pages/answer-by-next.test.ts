import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { answer, reached } from '@/server/render-scope'
import { answerByNext } from './answer-by-next'

async function asked(
  next: (req: IncomingMessage, res: ServerResponse) => Promise<void>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const server = createServer((req, res) => void answerByNext(next, req, res))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const told = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`, { method: 'POST', headers })
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

it('tells whoever sent an action what nobody can read that it is their fault, and no failure of ours', async () => {
  const fail = async (_: IncomingMessage, res: ServerResponse) => void res.writeHead(500).end()
  const failLater = async (_: IncomingMessage, res: ServerResponse) => {
    reached()
    res.writeHead(500).end()
  }
  const action = { 'next-action': 'a' }
  expect([(await asked(fail, action)).status, (await asked(failLater, action)).status, (await asked(fail)).status]).toEqual([
    400, 500, 500,
  ])
})
