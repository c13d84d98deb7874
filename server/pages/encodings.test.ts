import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { chooseCoding, encodeBody } from './encodings'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.5, gzip;q=0.9', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity', 'identity'],
  ['gzip;q=0, *;q=0.1', 'br'],
  ['BR', 'br'],
  ['br;q=abc', 'identity'],
  ['brotli, gzipped', 'identity'],
])('Accept-Encoding %j takes %s', (header, coding) => {
  expect(chooseCoding(header)).toBe(coding)
})

describe('encodeBody', () => {
  it('makes text of a page in three codings', async () => {
    const body = Buffer.from('新乡日报'.repeat(500))
    const bodies = await encodeBody(body, 'text/html; charset=utf-8')
    expect(brotliDecompressSync(bodies.br ?? '')).toEqual(body)
    expect(gunzipSync(bodies.gzip ?? '')).toEqual(body)
  })

  it('leaves pictures and tiny answers', async () => {
    expect(await encodeBody(Buffer.alloc(9000), 'image/png')).toEqual({ identity: Buffer.alloc(9000) })
    expect(Object.keys(await encodeBody(Buffer.from('ok'), 'text/plain'))).toEqual(['identity'])
  })

  it('holds no more memory than it counts', async () => {
    for (const body of Object.values(await encodeBody(Buffer.from('文'.repeat(300)), 'text/html'))) {
      expect(body.buffer.byteLength).toBe(body.length)
    }
  })
})
