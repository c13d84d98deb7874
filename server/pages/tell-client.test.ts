import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { clientHeader } from '@/server/client-header'
import { type Config, readConfig } from '@/server/config'
import { isTrustedPeer, letThrough, whoAsks } from './tell-client'

/** What Next would see of a request that carries these headers. */
async function seen(settings: Record<string, string>, headers: Record<string, string>): Promise<IncomingHttpHeaders> {
  const home = globalThis as { [home: symbol]: Config | undefined }
  home[Symbol.for('broadsheet.config')] = readConfig({ AUTH_SECRET: 'a secret that is long enough for this', ...settings })
  let told: IncomingHttpHeaders = {}
  const server = createServer((req, res) => {
    letThrough(req)
    told = req.headers
    res.end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`, { headers })
  server.close()
  return told
}

it('names the other end of the socket, whatever the request claims', async () => {
  const claims = [
    'x-forwarded-for',
    'x-real-ip',
    'true-client-ip',
    'cf-connecting-ip',
    'x-client-ip',
    'x-client-000000000000000000000000',
  ]
  const told = await seen(
    {},
    { ...Object.fromEntries(claims.map((name) => [name, '203.0.113.7'])), forwarded: 'for=203.0.113.7' },
  )
  expect(told[clientHeader()]).toBe('127.0.0.1')
})

it('believes a trusted proxy about the address, by X-Forwarded-For only', async () => {
  const told = await seen({ TRUSTED_PROXIES: '127.0.0.1' }, { 'x-forwarded-for': '1.1.1.1, 203.0.113.7', 'x-real-ip': '1.1.1.1' })
  expect(told[clientHeader()]).toBe('203.0.113.7')
})

it('is still who asked first where Next hands a request on to its own site', async () => {
  const told = await seen({}, { [clientHeader()]: '203.0.113.8', 'x-action-forwarded': '1' })
  expect(told).toMatchObject({ [clientHeader()]: '203.0.113.8', 'x-action-forwarded': '1' })
})

it('lets no visitor give Next orders', async () => {
  const orders = {
    ...{ 'x-middleware-subrequest': 'middleware', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    ...{ 'x-matched-path': '/admin', 'x-invoke-path': '/admin', 'x-action-forwarded': '1', 'x-nextjs-data': '1' },
    ...{ 'x-original-url': '/admin', 'x-rewrite-url': '/admin', 'x-http-method-override': 'PUT', 'next-resume': '1' },
    ...{ 'x-prerender-revalidate': '1', 'x-next-revalidated-tags': 'x', forwarded: 'host=evil.example' },
  }
  const told = await seen({}, { ...orders, rsc: '1', 'next-action': 'a', 'x-file-name': 'b.png' })
  expect(Object.keys(told).filter((name) => name in orders)).toEqual([])
  expect(told).toMatchObject({ rsc: '1', 'next-action': 'a', 'x-file-name': 'b.png' })
})

it('is named by the secret, which no visitor knows', () => {
  expect(clientHeader()).toMatch(/^x-client-[0-9a-f]{24}$/)
})

it('is nobody once whoever asked has hung up: the log asks then, too', () => {
  const gone = { headers: {}, socket: null } as unknown as IncomingMessage
  expect([whoAsks(gone), isTrustedPeer(gone)]).toEqual([null, false])
})
