import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { clientHeader } from '@/server/client-header'
import { type Config, readConfig } from '@/server/config'
import { tellClient } from './tell-client'

/** What Next would see of a request that carries these headers. */
async function seen(settings: Record<string, string>, headers: Record<string, string>): Promise<IncomingHttpHeaders> {
  const home = globalThis as { [home: symbol]: Config | undefined }
  home[Symbol.for('broadsheet.config')] = readConfig(settings)
  let told: IncomingHttpHeaders = {}
  const server = createServer((req, res) => {
    tellClient(req)
    told = req.headers
    res.end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`, { headers })
  server.close()
  return told
}

it('names the other end of the socket, whatever the request claims', async () => {
  const told = await seen({}, { 'x-forwarded-for': '203.0.113.7', [clientHeader()]: '203.0.113.8' })
  expect(told[clientHeader()]).toBe('127.0.0.1')
})

it('believes a trusted proxy', async () => {
  const told = await seen({ TRUSTED_PROXIES: '127.0.0.1' }, { 'x-forwarded-for': '1.1.1.1, 203.0.113.7' })
  expect(told[clientHeader()]).toBe('203.0.113.7')
})

it('is named differently in every process', () => {
  expect(clientHeader()).toMatch(/^x-client-[0-9a-f]{24}$/)
})
