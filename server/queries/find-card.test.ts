import jsQR from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/server/db'
import { putMedia } from '@/server/storage'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { type FoundImage, findCard, findPoster } from './find-card'

const [TYPE, PHOTO, GONE] = ['aaaaaaaaa1', 'aaaaaaaaa2', 'aaaaaaaaa3']
const HOUR_MS = 3600_000

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ SITE_NAME: '泽川日报', SITE_URL: 'https://zechuan.example' })
  await insertArticle({
    id: TYPE,
    headline: '漪江三桥今晨放行',
    bodyHtml: `<p>${'昨天清晨六点，三桥准时撤去围挡。'.repeat(30)}</p>`,
  })
  await insertArticle({ id: PHOTO, headline: '龙窑开窑' })
  await insertArticle({ id: GONE, publication: 'withdrawn' })
  await insertArticle({ id: 'aaaaaaaaa4', at: new Date(Date.now() + HOUR_MS).toISOString() })
  // Red above, blue below: what a cut keeps can be seen.
  const blue = await sharp({ create: { width: 1600, height: 600, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer()
  const bytes = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#ff0000' } })
    .composite([{ input: blue, left: 0, top: 600 }])
    .webp()
    .toBuffer()
  await putMedia('ab/abc-1600.webp', bytes)
  const renditions = [{ width: 1600, height: 1200, key: 'ab/abc-1600.webp' }]
  await db().media.create({
    data: { id: 'abc', origin: 'test', width: 1600, height: 1200, sizeBytes: bytes.length, renditions, focalX: 0.5, focalY: 0.1 },
  })
  await db().article.update({ where: { id: PHOTO }, data: { leadMediaId: 'abc' } })
})
afterAll(async () => await database.drop())

const bytesOf = (found: FoundImage) => (found.state === 'image' ? found.bytes : Buffer.alloc(0))

describe('findCard', () => {
  it.each([
    [`${TYPE}.png`, 'png', 1200, 630],
    [`${TYPE}-square.png`, 'png', 600, 600],
    [`${PHOTO}.png`, 'png', 1200, 630],
    [`${PHOTO}.jpg`, 'jpeg', 1200, 630],
    [`${PHOTO}-square.jpg`, 'jpeg', 1200, 1200],
    [`${PHOTO}-4x3.jpg`, 'jpeg', 1200, 900],
    [`${PHOTO}-16x9.jpg`, 'jpeg', 1200, 675],
  ])('%s', async (file, format, width, height) => {
    const bytes = bytesOf(await findCard(file))
    expect(await sharp(bytes).metadata()).toMatchObject({ format, width, height })
    const { entropy } = await sharp(bytes).stats()
    expect(entropy, 'something is on it').toBeGreaterThan(0.3)
  })

  it('cuts around the focal point', async () => {
    const { dominant } = await sharp(bytesOf(await findCard(`${PHOTO}-16x9.jpg`))).stats()
    expect(dominant.r).toBeGreaterThan(200)
  })

  it.each([
    [`${TYPE}.jpg`, 'missing'],
    ['aaaaaaaaa9.png', 'missing'],
    ['aaaaaaaaa4.png', 'missing'],
    [`${GONE}.png`, 'gone'],
    ['%00.png', 'missing'],
  ])('%s: %s', async (file, state) => expect(await findCard(file)).toEqual({ state }))
})

describe('findPoster', () => {
  it.each([
    [TYPE, 'png'],
    [PHOTO, 'png'],
    [TYPE, 'jpg'],
    [PHOTO, 'jpg'],
  ])('%s.%s is 3:4, light, and its code leads to the article', async (id, ending) => {
    const bytes = bytesOf(await findPoster(`${id}.${ending}`))
    const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([1080, 1440])
    expect(bytes.length).toBeLessThan(300_000)
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(`https://zechuan.example/s/${id}?from=poster`)
  })

  it('says of a picture that a machine drew it', async () => {
    const before = bytesOf(await findPoster(`${PHOTO}.png`))
    await db().media.update({ where: { id: 'abc' }, data: { aiGenerated: true } })
    expect(bytesOf(await findPoster(`${PHOTO}.png`)).equals(before)).toBe(false)
  })

  it.each([
    [`${GONE}.png`, 'gone'],
    ['aaaaaaaaa4.png', 'missing'],
    [`${TYPE}.gif`, 'missing'],
  ])('%s: %s', async (file, state) => expect(await findPoster(file)).toEqual({ state }))
})
