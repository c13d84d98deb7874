import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportedPost } from '@/newsroom/jekyll/imported-post'
import { type HostileFile, hostileFiles } from '@/server/hostile-files'
import { getMedia } from '@/server/storage'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { fetchPicture } from './fetch-picture'
import { storePictures } from './store-pictures'

let database: TestDatabase
let files: HostileFile[]
let server: Server
let origin: string
beforeAll(async () => {
  database = await createTestDatabase()
  files = await hostileFiles()
  server = createServer((request, response) => {
    const [, bytes] = files[Number(request.url?.slice(1))] ?? []
    if (!bytes) return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await database.drop()
})

/** As `import --fetch-images` fetches, but that this machine is let through. */
const fetch = (address: string) => fetchPicture(address, { isAllowed: (host) => host === '127.0.0.1' })

it('what an outside host sends for pictures is made anew, or left where it is with a word', async () => {
  const pictures = files.map((_, at) => ({ src: `${origin}/${at}`, alt: '', local: false }))
  const bodyHtml = pictures.map(({ src }) => `<p><img src="${src}" alt=""></p>`).join('')
  const post = { path: '_posts/2022-02-08-x.md', bodyHtml, pictures, notes: [] } as unknown as ImportedPost
  const stored = await storePictures(post, { root: '/', baseurl: '', fetchImages: true, fetch })
  const told = new Map(stored.notes.map(({ reason }) => [reason.split(': ')[0], reason]))
  const taken = files.flatMap(([name], at) => (told.has(`${origin}/${at}`) ? [] : [name]))
  expect(files.length).toBeGreaterThan(140)
  expect(taken).toEqual(expect.arrayContaining(['jpeg and script', 'png and script', 'GIF of no size']))
  // Of markup and bombs nothing is made; of what moves, one still picture.
  for (const name of taken) expect(name).not.toMatch(/^(?:svg|page \d)|megapixels/)
  expect(stored.media.length).toBeGreaterThan(5)
  for (const { key } of stored.media.flatMap(({ renditions }) => renditions)) {
    expect(key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{64}-\d+\.webp$/)
    expect((await getMedia(key)).toString('latin1')).not.toMatch(/SECRET|trip\(1\)|<script|<svg|%PDF/)
  }
  expect(process.memoryUsage().rss).toBeLessThan(1e9)
})
