import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { hasMedia, putMedia } from '@/server/storage'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { sweepMedia } from './sweep-media'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => await database.drop())

const ID = 'ab'.padEnd(64, '0')
const keyOf = (id: string, width: number) => `${id.slice(0, 2)}/${id}-${width}.webp`

/** As it was put there so many days ago. */
async function put(key: string, days: number): Promise<void> {
  await putMedia(key, Buffer.from(key))
  const then = new Date(Date.now() - days * 86_400_000)
  await utimes(join(config().DATA_DIR, 'media', key), then, then)
}

it('a file that no picture has known for a day goes; what a picture knows, what is young and what is wanted anew stays', async () => {
  await db().media.create({
    data: {
      ...{ id: ID, origin: 'a.png', width: 640, height: 427, sizeBytes: 9, originalKey: `originals/ab/${ID}` },
      renditions: [{ width: 320, height: 214, key: keyOf(ID, 320) }],
    },
  })
  const known = [`originals/ab/${ID}`, keyOf(ID, 320)]
  const young = keyOf('cd'.padEnd(64, '1'), 320)
  const wantedAnew = keyOf('cd'.padEnd(64, '2'), 320)
  const forgotten = [keyOf(ID, 640), `${keyOf(ID, 320)}.41.k2j`, `originals/ef/${'ef'.padEnd(64, '3')}`]
  for (const key of [...known, ...forgotten, wantedAnew]) await put(key, 2)
  await putMedia(young, Buffer.from('young'))
  await putMedia(wantedAnew, Buffer.from('never written twice'))
  expect(await sweepMedia()).toBe(3)
  for (const key of [...known, young, wantedAnew]) expect(await hasMedia(key), key).toBe(true)
  for (const key of forgotten) expect(await hasMedia(key), key).toBe(false)
  expect(await sweepMedia()).toBe(0)
})

it('a storage that this database does not know is left alone', async () => {
  await db().media.deleteMany()
  for (let number = 0; number < 30; number++) await put(keyOf(`aa${10 + number}`.padEnd(64, '4'), 320), 9)
  expect(await sweepMedia()).toBe(0)
  expect(await readdir(join(config().DATA_DIR, 'media', 'aa'))).toHaveLength(30)
})
