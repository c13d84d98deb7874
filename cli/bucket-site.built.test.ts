import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { photo } from '@/server/picture-fixture'
import { openTestBucket } from '@/server/test-bucket'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { freePort } from './free-port'
import { type RunningSite, startSiteProcess } from './site-fixture'

// Two servers that share a database and a bucket, and no file: what is uploaded at one of them is served by the other.
const [ADMIN_EMAIL, ADMIN_PASSWORD] = ['first@ribao.example', 'pictures-for-both-of-them']
/** What was seen of the bucket stands for a quarter of a minute. */
const SOON = { timeout: 30_000, interval: 500 }

const bucket = await openTestBucket(process.env.S3_TEST_URL)
if (!bucket) it.skip('two servers and a bucket: neither Swift nor S3_TEST_URL', () => {})

describe.runIf(bucket)('two servers and a bucket', () => {
  let database: TestDatabase
  let folder: string
  let [here, there]: RunningSite[] = []
  let src: string

  beforeAll(async () => {
    const ports = [await freePort(0), await freePort(0)]
    const SITE_URL = `http://127.0.0.1:${ports[0]}`
    database = await createTestDatabase({ SITE_URL })
    folder = await mkdtemp(join(tmpdir(), 'two-servers-'))
    const shared = { SITE_URL, DATABASE_URL: database.url, STORAGE_URL: bucket?.url ?? '', AUTH_SECRET: 'a'.repeat(40) }
    // One after the other: the first makes the first account.
    for (const [at, port] of ports.entries()) {
      const DATA_DIR = at === 0 ? database.dataDir : folder
      const site = await startSiteProcess({ ...shared, PORT: String(port), DATA_DIR, ADMIN_EMAIL, ADMIN_PASSWORD })
      if (at === 0) here = site
      else there = site
    }
  }, 400_000)
  afterAll(async () => {
    await Promise.all([here?.stop(), there?.stop()])
    await bucket?.close()
    await database?.drop()
    await rm(folder, { recursive: true, force: true })
  }, 60_000)

  const at = async (site: RunningSite | undefined, path: string, init: RequestInit = {}) =>
    await fetch(`${site?.origin}${path}`, { redirect: 'manual', ...init })

  async function upload(colour: string): Promise<Response> {
    const json = { origin: here?.origin ?? '', 'content-type': 'application/json' }
    const body = JSON.stringify({ email: ADMIN_EMAIL, password: ADMIN_PASSWORD })
    const signedIn = await at(here, '/api/auth/sign-in/email', { method: 'POST', headers: json, body })
    const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0])
    return await at(here, '/admin/media/upload', {
      method: 'POST',
      headers: { origin: here?.origin ?? '', cookie: cookie.join('; '), 'x-file-name': 'bridge.jpg' },
      body: new Uint8Array(await photo(900, 600, colour).jpeg().toBuffer()),
    })
  }

  it('a picture goes into the bucket, and into no folder', async () => {
    const sent = await upload('#246')
    const told = await sent.json()
    expect([sent.status, told]).toEqual([201, expect.objectContaining({ media: expect.anything() })])
    src = told.media.src
    for (const place of [database.dataDir, folder])
      expect(readdirSync(place, { recursive: true }).filter((file) => String(file).endsWith('.webp'))).toEqual([])
  })

  it('either server serves it, whole, in part, by its version', async () => {
    const [one, other] = [await at(here, src), await at(there, src)]
    expect([one.status, other.status, other.headers.get('content-type')]).toEqual([200, 200, 'image/webp'])
    const bytes = Buffer.from(await other.arrayBuffer())
    expect(bytes.equals(Buffer.from(await one.arrayBuffer()))).toBe(true)
    const etag = other.headers.get('etag') ?? ''
    expect(etag).toBe(one.headers.get('etag'))
    const part = await at(there, src, { headers: { range: 'bytes=10-19' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${bytes.length}`])
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))).toBe(true)
    expect((await at(there, src, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const head = await at(there, src, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([
      ...[200, String(bytes.length), 0],
    ])
  })

  it.runIf(!process.env.S3_TEST_URL)('a bucket that is away is said so to staff, and readers keep their pages', async () => {
    await bucket?.close()
    const [page, picture, sent] = [await at(there, '/'), await at(there, src), await upload('#642')]
    expect([page.status, picture.status, picture.headers.get('retry-after')]).toEqual([200, 503, '3'])
    expect([sent.status, await sent.json()]).toEqual([503, expect.objectContaining({ errors: [{ code: 'media.storage-away' }] })])
    await vi.waitFor(async () => {
      const ready = await at(there, '/readyz')
      expect([ready.status, await ready.json()]).toEqual([200, expect.objectContaining({ storage: false })])
    }, SOON)
  })
})
