import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fetchPicture } from './fetch-picture'

let server: Server
let origin: string
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/picture') return response.end('bytes')
    if (request.url === '/moved') return response.writeHead(302, { location: '/picture' }).end()
    if (request.url === '/inside') return response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()
    if (request.url === '/file') return response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    if (request.url === '/loop') return response.writeHead(302, { location: '/loop' }).end()
    if (request.url === '/large') return response.end(Buffer.alloc(3000))
    if (request.url === '/slow') return response.write('…')
    return response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** The test's own server lies where nothing is fetched from: only it is let through. */
const isAllowed = (address: string) => address === '127.0.0.1'

it('fetches a picture, also where it moved', async () => {
  expect(String(await fetchPicture(`${origin}/picture`, { isAllowed }))).toBe('bytes')
  expect(String(await fetchPicture(`${origin}/moved`, { isAllowed }))).toBe('bytes')
})

it('never asks an address that is not public, by name or by number', async () => {
  asked.length = 0
  await expect(fetchPicture(`${origin}/picture`)).rejects.toThrow('localhost is no public address')
  await expect(fetchPicture(origin.replace('localhost', '127.0.0.1'))).rejects.toThrow('127.0.0.1 is no public address')
  await expect(fetchPicture(origin.replace('localhost', '[::ffff:127.0.0.1]'))).rejects.toThrow('no public address')
  await expect(fetchPicture(origin.replace('localhost', '2130706433'))).rejects.toThrow('127.0.0.1 is no public address')
  expect(asked).toEqual([])
})

it('checks each redirect again', async () => {
  await expect(fetchPicture(`${origin}/inside`, { isAllowed })).rejects.toThrow('169.254.169.254 is no public address')
  await expect(fetchPicture(`${origin}/file`, { isAllowed })).rejects.toThrow('file: is not fetched')
  await expect(fetchPicture(`${origin}/loop`, { isAllowed })).rejects.toThrow('more than 5 redirects')
})

it('stops at what is missing, too large or too slow', async () => {
  await expect(fetchPicture(`${origin}/none`, { isAllowed })).rejects.toThrow('answers 404')
  await expect(fetchPicture(`${origin}/large`, { isAllowed, mostBytes: 2000 })).rejects.toThrow('larger than')
  await expect(fetchPicture(`${origin}/slow`, { isAllowed, timeoutMs: 200 })).rejects.toThrow()
})
