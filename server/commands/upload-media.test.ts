import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import type { Rendition } from '@/newsroom/rendition'
import { db } from '@/server/db'
import { hostileFiles, withSecrets } from '@/server/hostile-files'
import { renderMedia } from '@/server/jobs/render-media'
import { movingPicture, phonePhoto, photo, streamOf } from '@/server/picture-fixture'
import { getMedia, hasMedia, removeMedia } from '@/server/storage'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { uploadMedia } from './upload-media'

let actor: StaffActor
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  actor = await insertStaff('林记')
})
afterAll(() => database.drop())

const send = async (bytes: Uint8Array, fileName = '图.jpg', sizeBytes: number | null = bytes.length) =>
  await uploadMedia(actor, { body: streamOf(bytes), sizeBytes, fileName })
const taken = async (bytes: Uint8Array, fileName?: string) => {
  const outcome = await send(bytes, fileName)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors))
  return outcome
}
const codes = async (bytes: Uint8Array, sizeBytes?: number | null) => {
  const outcome = await send(bytes, 'x.jpg', sizeBytes)
  return outcome.ok ? 'taken' : outcome.errors.map(({ code }) => code).join()
}
const rowOf = (id: string) => db().media.findUniqueOrThrow({ where: { id } })
const filesOf = async ({ renditions }: { renditions: unknown }) =>
  await Promise.all((renditions as Rendition[]).map(async ({ key }) => ({ key, bytes: await getMedia(key) })))

describe('a picture', () => {
  it('is shown at once, and in all its sizes when the job is done', async () => {
    const { media, isNew } = await taken(await photo(2400, 1600).jpeg().toBuffer(), 'C:\\照片\\书店\u0000.jpg')
    expect(isNew).toBe(true)
    expect(media).toMatchObject({ width: 1280, height: 853, srcSet: '', focalX: 0.5 })
    expect(media.src).toBe(`/media/${media.id.slice(0, 2)}/${media.id}-1280.webp`)
    expect(await rowOf(media.id)).toMatchObject({
      state: 'pending',
      fileName: '书店.jpg',
      mimeType: 'image/jpeg',
      width: 2400,
      height: 1600,
      uploadedById: actor.id,
    })
    const [job] = await db().$queryRaw<{ data: unknown }[]>`SELECT "data" FROM pgboss.job WHERE "name" = 'media.render'`
    expect(job?.data).toEqual({ mediaId: media.id })
    await renderMedia({ mediaId: media.id })
    const row = await rowOf(media.id)
    expect(row.state).toBe('ready')
    expect((row.renditions as unknown as Rendition[]).map(({ key }) => key.slice(key.indexOf('-') + 1))).toEqual([
      ...[320, 480, 640, 960, 1280, 1920].map((width) => `${width}.webp`),
      ...[320, 480, 640, 960, 1280, 1920].map((width) => `${width}.avif`),
    ])
    for (const { key, bytes } of await filesOf(row)) {
      const told = await sharp(bytes).metadata()
      expect(told.format).toBe(key.endsWith('avif') ? 'heif' : 'webp')
    }
    await renderMedia({ mediaId: media.id })
    expect(await rowOf(media.id)).toEqual(row)
  })

  it('loses the place and the device it was taken with, and stands upright', async () => {
    const { media } = await taken(await phonePhoto())
    expect(media).toMatchObject({ width: 600, height: 800 })
    await renderMedia({ mediaId: media.id })
    for (const { bytes } of await filesOf(await rowOf(media.id))) {
      const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata()
      expect({ exif, xmp, iptc, orientation }).toEqual({
        exif: undefined,
        xmp: undefined,
        iptc: undefined,
        orientation: undefined,
      })
      expect(bytes.includes('Serial 12345')).toBe(false)
    }
  })

  it.each(['png', 'webp', 'avif', 'gif'] as const)('may be %s, whatever its name', async (format) => {
    const { media } = await taken(
      await photo(300, 200, `#${format.length}${format.length}3366`).toFormat(format).toBuffer(),
      'a.jpg',
    )
    expect((await rowOf(media.id)).mimeType).toBe(`image/${format}`)
    expect(media).toMatchObject({ width: 300, height: 200 })
  })

  it('that moves keeps moving', async () => {
    const { media } = await taken(await movingPicture(4))
    await renderMedia({ mediaId: media.id })
    const files = await filesOf(await rowOf(media.id))
    expect(files.map(({ key }) => key.slice(key.indexOf('-') + 1))).toEqual(['480.webp', '600.webp'])
    for (const { bytes } of files) expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(4)
  })

  it('sent twice, also at the same time, is one', async () => {
    const bytes = await photo(500, 400, '#123456').jpeg().toBuffer()
    const both = await Promise.all([taken(bytes), taken(bytes), taken(bytes)])
    expect(new Set(both.map(({ media }) => media.id)).size).toBe(1)
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await taken(bytes)).toMatchObject({ isNew: false })
  })

  it('that was discarded comes back when it is sent again', async () => {
    const bytes = await photo(510, 400, '#654321').jpeg().toBuffer()
    const { media } = await taken(bytes)
    await db().media.update({ where: { id: media.id }, data: { discardedAt: new Date() } })
    expect(await taken(bytes)).toMatchObject({ isNew: false, media: { id: media.id } })
    expect((await rowOf(media.id)).discardedAt).toBeNull()
  })

  it('whose files were lost has them all again when it is sent again', async () => {
    const bytes = await photo(530, 400, '#5577aa').jpeg().toBuffer()
    const { media } = await taken(bytes)
    await renderMedia({ mediaId: media.id })
    const before = await rowOf(media.id)
    const keys = [before.originalKey ?? '', ...(before.renditions as unknown as Rendition[]).map(({ key }) => key)]
    for (const key of keys) await removeMedia(key)
    expect(await taken(bytes)).toMatchObject({ isNew: false, media: { id: media.id } })
    const jobs = await db().$queryRaw<unknown[]>`
      SELECT 1 FROM pgboss.job WHERE "name" = 'media.render' AND "singleton_key" = ${media.id} AND "state" = 'created'`
    expect(jobs).toHaveLength(1)
    await renderMedia({ mediaId: media.id })
    expect(await rowOf(media.id)).toEqual(before)
    expect(await Promise.all(keys.map(hasMedia))).toEqual(keys.map(() => true))
  })

  it('keeps the bytes it came as where nobody is served them', async () => {
    const bytes = await photo(520, 400, '#777777').png().toBuffer()
    const { media } = await taken(bytes)
    const { originalKey } = await rowOf(media.id)
    expect(await getMedia(originalKey ?? '')).toEqual(bytes)
    expect(originalKey).toMatch(/^originals\//)
  })
})

describe('what is no picture is refused, and nothing of it stays', () => {
  const text = (words: string) => Buffer.from(words)
  const jpeg = () => photo(1500, 1000).jpeg().toBuffer()

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['an empty file', () => text(''), 'media.empty'],
    ['an SVG', () => text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'media.markup'],
    ['a page', () => text('\ufeff<!DOCTYPE html><script>alert(1)</script>'), 'media.markup'],
    ['a PDF', () => text('%PDF-1.7'), 'media.kind'],
    ['a TIFF', () => photo(20, 20).tiff().toBuffer(), 'media.kind'],
    ['a program', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'media.kind'],
    [
      'a picture with a page in it',
      async () => Buffer.concat([await jpeg(), text('<html><script>alert(1)</script>')]),
      'media.hidden-code',
    ],
    ['a GIF that is a script', () => text('GIF89a/*<script>*/=1;alert(1)'), 'media.hidden-code'],
    ['half a JPEG', async () => (await jpeg()).subarray(0, 4_000), 'media.damaged'],
    [
      'half a PNG',
      async () => (await photo(900, 900).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 100_000),
      'media.damaged',
    ],
    ['a beginning alone', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'media.damaged'],
    ['a WebP of noise', () => Buffer.concat([text('RIFF\x10\x00\x00\x00WEBPVP8 '), Buffer.alloc(64, 7)]), 'media.damaged'],
    ['more than fifty megapixels', () => bomb(60_000, 60_000), 'media.pixels'],
    ['a moving picture without end', () => movingPicture(220), 'media.pixels'],
  ])(
    '%s',
    async (_, make, expected) => {
      const before = await db().media.count()
      expect(await codes(await make())).toBe(expected)
      expect(await db().media.count()).toBe(before)
    },
    60_000,
  )

  it('more bytes than allowed, said or not', async () => {
    const many = Buffer.alloc(41 * 2 ** 20, 1)
    expect(await codes(many)).toBe('media.large')
    expect(await codes(many, null)).toBe('media.large')
  })

  it('fewer bytes than were said', async () => {
    expect(await codes(await jpeg(), 9_000_000)).toBe('media.cut-off')
  })

  it('and no file is left of it', async () => {
    expect(await readdir(join(database.dataDir, 'incoming'))).toEqual([])
  })
})

/** What of a file must never be in what is served of it. */
const SECRETS = /SECRET|trip\(1\)|<script|<svg|Exif|xmpmeta|%PDF/

describe('whatever is sent', () => {
  it('is taken as a picture made anew, or refused with a word; nothing of the file itself is served', async () => {
    const outcomes = new Map<string, string>()
    for (const [name, bytes] of await hostileFiles()) {
      const outcome = await send(bytes, `${name}.html`)
      outcomes.set(name, outcome.ok ? 'taken' : outcome.errors.map(({ code }) => code).join())
      if (!outcome.ok) continue
      for (const { key, bytes: served } of await filesOf(await rowOf(outcome.media.id))) {
        expect([name, key]).toEqual([name, expect.stringMatching(/^[0-9a-f]{2}\/[0-9a-f]{64}-\d+\.(?:webp|avif)$/)])
        expect([name, SECRETS.exec(served.toString('latin1'))]).toEqual([name, null])
      }
    }
    expect(outcomes.size).toBeGreaterThan(140)
    const taken = [...outcomes].flatMap(([name, became]) => (became === 'taken' ? [name] : []))
    // Pictures whose pixels are whole, with something beside them that is left behind.
    expect(taken).toEqual([
      ...['jpeg and script', 'png and script', 'webp and script', 'gif and script', 'avif and script'],
      ...['GIF of no size', 'GIF of 65535 by 65535'],
      ...['PNG with 30 MB of words', 'PNG with 30 MB of profile', 'PNG with a thousand profiles'],
    ])
    for (const [name, became] of outcomes) expect([name, became]).toEqual([name, expect.stringMatching(/^taken$|^media\./)])
    for (const name of ['PNG of 3,600 megapixels', 'PNG of 51 megapixels', 'GIF of 100,000 frames'])
      expect([name, outcomes.get(name)]).toEqual([name, 'media.pixels'])
    expect(process.memoryUsage().rss).toBeLessThan(1e9)
  })

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s is shown without place, device and name', async (kind) => {
    const bytes = await withSecrets(kind)
    expect(bytes.toString('latin1')).toContain('SECRET')
    const { media } = await taken(bytes)
    await renderMedia({ mediaId: media.id })
    for (const { bytes: served } of await filesOf(await rowOf(media.id)))
      expect(SECRETS.exec(served.toString('latin1'))).toBeNull()
  })
})

/** A PNG that says it is so large, with a few bytes of zeros. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(1_000_000))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
