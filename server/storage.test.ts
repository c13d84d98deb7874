import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from './config'
import {
  ageOfMedia,
  checkStorage,
  getMedia,
  hasMedia,
  listMedia,
  placeOfMedia,
  putMedia,
  putMediaFile,
  removeMedia,
} from './storage'
import { openTestBucket } from './test-bucket'

let folder: string
let bucket: Server
/** what the bucket holds, and who asked for it how */
const objects = new Map<string, Buffer>()
const asked: { method: string; signed: boolean }[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'))
  bucket = createServer(async (req, res) => {
    const { method = '', url = '', headers } = req
    const key = new URL(url, 'http://bucket').pathname
    asked.push({ method, signed: /^AWS4-HMAC-SHA256 Credential=key\//.test(headers.authorization ?? '') })
    if (method === 'PUT') objects.set(key, await buffer(req))
    if (method === 'DELETE') objects.delete(key)
    if (url.includes('list-type=2')) {
      const entries = [...objects.keys()].map((path) => `<Contents><Key>${path.replace('/press/', '')}</Key></Contents>`)
      return res.writeHead(200).end(`<ListBucketResult>${entries.join('')}</ListBucketResult>`)
    }
    const found = objects.get(key)
    if (method === 'PUT' || method === 'DELETE') return res.writeHead(method === 'PUT' ? 200 : 204).end()
    if (!found) return res.writeHead(404).end(method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>')
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
    const sent = found.subarray(Number(from ?? 0), Number(to ?? found.length) + 1)
    const written = { etag: '"e1"', 'last-modified': new Date().toUTCString() }
    res.writeHead(from ? 206 : 200, { 'content-length': sent.length, ...written }).end(method === 'HEAD' ? undefined : sent)
  }).listen(0, '127.0.0.1')
  await once(bucket, 'listening')
})
afterAll(async () => {
  bucket.close()
  await rm(folder, { recursive: true, force: true })
})

const use = (storage: Record<string, string>) => {
  const settings = readConfig({ DATA_DIR: folder, ...storage })
  Object.assign(globalThis, { [Symbol.for('broadsheet.config')]: settings, [Symbol.for('broadsheet.storage')]: undefined })
}

const AWAY = { code: 'STORAGE_AWAY' }
const real = await openTestBucket(process.env.S3_TEST_URL)
afterAll(() => real?.close())

if (!real) it.skip('the same of a server program that is really there: neither Swift nor S3_TEST_URL', () => {})

describe.each<[string, () => void]>([
  ['the folder', () => use({})],
  ...(real ? [['the bucket of a server program', () => use({ STORAGE_URL: real.url })] as [string, () => void]] : []),
  ['a bucket', () => use({ STORAGE_URL: `s3://key:secret@127.0.0.1:${(bucket.address() as AddressInfo).port}/press?tls=off` })],
])('%s', (name, begin) => {
  beforeAll(begin)

  it('keeps what it is given under its key, once', async () => {
    expect(await hasMedia('ab/a-320.webp')).toBe(false)
    await putMedia('ab/a-320.webp', Buffer.from('a picture'))
    await putMedia('ab/a-320.webp', Buffer.from('never written twice'))
    expect(await hasMedia('ab/a-320.webp')).toBe(true)
    expect(await getMedia('ab/a-320.webp')).toEqual(Buffer.from('a picture'))
  })

  it('takes a file, which stays', async () => {
    const path = join(folder, 'original')
    await writeFile(path, Buffer.alloc(3_000_000, 7))
    await putMediaFile('originals/ab/a', path)
    expect(await getMedia('originals/ab/a')).toEqual(Buffer.alloc(3_000_000, 7))
    expect(await readdir(folder)).toContain('original')
  })

  it('forgets what is removed, also twice', async () => {
    await putMedia('ab/b-320.webp', Buffer.from('b'))
    await removeMedia('ab/b-320.webp')
    await removeMedia('ab/b-320.webp')
    expect(await hasMedia('ab/b-320.webp')).toBe(false)
    await expect(getMedia('ab/b-320.webp')).rejects.toThrow()
  })

  it('names all it has, and how long ago each was put there', async () => {
    const names: string[] = []
    for await (const keys of listMedia()) names.push(...keys)
    expect(names.sort()).toEqual(['ab/a-320.webp', 'originals/ab/a'])
    expect(await ageOfMedia('ab/a-320.webp')).toBeLessThan(600_000)
    expect(await ageOfMedia('ab/none-320.webp')).toBeNull()
  })

  it('says where a picture is for whoever serves it', async () => {
    const place = await placeOfMedia('ab/a-320.webp')
    if (name === 'the folder') return expect(place).toEqual({ path: join(folder, 'media', 'ab', 'a-320.webp') })
    if (!place || 'path' in place) throw new Error('no place in the bucket')
    expect(place).toMatchObject({ sizeBytes: 9, version: expect.stringMatching(/^\w+$/) })
    expect(await text(await place.open())).toBe('a picture')
    expect(await text(await place.open({ start: 2, end: 4 }))).toBe('pic')
    expect(await placeOfMedia('ab/none-320.webp')).toBeNull()
  })
})

it('a key never leaves the folder, and no half file is left in it', async () => {
  use({})
  for (const key of ['../a', '/etc/passwd', 'a/../../b', 'a\0b']) {
    await expect(placeOfMedia(key)).rejects.toThrow(RangeError)
    await expect(putMedia(key, Buffer.from('x'))).rejects.toThrow(RangeError)
  }
  await expect(putMediaFile('ab/none', join(folder, 'not there'))).rejects.toThrow()
  expect(await readdir(join(folder, 'media', 'ab'))).toEqual(['a-320.webp'])
})

it('a bucket that is away, or refuses the key, is said so, never taken for an empty one', async () => {
  const server = createServer((_req, res) => res.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>'))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  use({ STORAGE_URL: `s3://key:secret@127.0.0.1:${port}/press?tls=off` })
  await expect(hasMedia('ab/a-320.webp')).rejects.toMatchObject(AWAY)
  await expect(putMedia('ab/a-320.webp', Buffer.from('x'))).rejects.toMatchObject(AWAY)
  server.close()
  await once(server, 'close')
  await expect(placeOfMedia('ab/a-320.webp')).rejects.toMatchObject({ ...AWAY, message: expect.stringContaining('ECONNREFUSED') })
})

it('nobody waits for a bucket that is silent', async () => {
  const server = createServer(() => {})
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  use({ STORAGE_URL: `s3://key:secret@127.0.0.1:${port}/press?tls=off` })
  await expect(placeOfMedia('ab/a-320.webp')).rejects.toMatchObject(AWAY)
  server.closeAllConnections()
  server.close()
})

it('a crowd that takes its time with pictures keeps nobody from another', async () => {
  use({ STORAGE_URL: `s3://key:secret@127.0.0.1:${(bucket.address() as AddressInfo).port}/press?tls=off` })
  objects.set('/press/ab/large-320.webp', Buffer.alloc(2_000_000))
  const places = await Promise.all(Array.from({ length: 128 }, async () => await placeOfMedia('ab/large-320.webp')))
  const open = await Promise.all(places.map(async (place) => place && 'open' in place && (await place.open())))
  expect(await hasMedia('ab/large-320.webp')).toBe(true)
  for (const stream of open) if (stream) stream.destroy()
  objects.delete('/press/ab/large-320.webp')
})

it.runIf(real)('a server program refuses another secret, and that is said', async () => {
  const url = new URL(real?.url ?? '')
  url.password = 'another'
  use({ STORAGE_URL: url.href })
  await expect(hasMedia('ab/a-320.webp')).rejects.toMatchObject(AWAY)
  await expect(putMedia('ab/a-320.webp', Buffer.from('x'))).rejects.toMatchObject(AWAY)
  await expect(checkStorage()).rejects.toMatchObject(AWAY)
})

it('every question to a bucket is signed', () => expect(asked.every(({ signed }) => signed)).toBe(true))

it('a check of the folder takes away what one left that was killed', async () => {
  use({})
  const media = join(folder, 'media')
  await putMedia('ab/abc', Buffer.from('a picture'))
  await writeFile(join(media, '.probe'), 'is there')
  await checkStorage()
  expect((await readdir(media)).filter((entry) => entry.startsWith('.'))).toEqual([])
})
