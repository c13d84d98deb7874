import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { renderMedia } from '@/server/jobs/render-media'
import { startWorkers } from '@/server/jobs/workers'
import { photo, streamOf } from '@/server/picture-fixture'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { insertStaff } from '@/server/test-staff'
import { queuePictures } from './queue-pictures'
import { uploadMedia } from './upload-media'

let actor: StaffActor
let database: TestDatabase
let id: string
beforeAll(async () => {
  database = await createTestDatabase()
  actor = await insertStaff('林记')
})
afterAll(() => database.drop())

let count = 0
beforeEach(async () => {
  const bytes = await photo(400 + ++count, 300)
    .jpeg()
    .toBuffer()
  const sent = await uploadMedia(actor, { body: streamOf(bytes), sizeBytes: bytes.length, fileName: '桥.jpg' })
  if (!sent.ok) throw new Error(JSON.stringify(sent.errors))
  id = sent.media.id
})
afterEach(async () => {
  await db().media.deleteMany()
  await db().$executeRaw`DELETE FROM pgboss.job`
})

const picture = () => db().media.findUniqueOrThrow({ where: { id } })
const giveUp = () => db().$executeRaw`UPDATE pgboss.job SET "state" = 'failed' WHERE "name" = 'media.render'`
const inMedia = (...path: string[]) => join(config().DATA_DIR, 'media', ...path)

it('puts in what the queue lost, and nothing that waits there', async () => {
  expect(await queuePictures()).toBe(0)
  await db().$executeRaw`DELETE FROM pgboss.job`
  expect(await queuePictures()).toBe(1)
  expect(await queuePictures()).toBe(0)
})

it('never gives up while the file is there: when there is room again its sizes are made by themselves', async () => {
  const folder = inMedia(id.slice(0, 2))
  await rename(folder, `${folder}.aside`)
  await writeFile(folder, 'where no folder can be made, no size can be kept')
  for (let tries = 0; tries < 3; tries++) {
    await expect(renderMedia({ mediaId: id })).rejects.toThrow()
    expect(await picture()).toMatchObject({ state: 'failed', fault: 'media.unrendered' })
    await giveUp()
    expect(await queuePictures()).toBe(1)
  }
  await rm(folder)
  await rename(`${folder}.aside`, folder)
  const workers = startWorkers()
  await vi.waitFor(async () => expect(await picture()).toMatchObject({ state: 'ready', fault: null }), { timeout: 20_000 })
  await workers.stop()
})

it('says of a file that is gone that it is, and goes on when somebody brings it back', async () => {
  const original = inMedia('originals', id.slice(0, 2), id)
  await rename(original, `${original}.aside`)
  await renderMedia({ mediaId: id })
  expect(await picture()).toMatchObject({ state: 'failed', fault: 'media.no-original' })
  await giveUp()
  expect(await queuePictures()).toBe(1)
  await rename(`${original}.aside`, original)
  await renderMedia({ mediaId: id })
  expect((await picture()).state).toBe('ready')
})

it('leaves alone what is no picture, and what is done', async () => {
  await giveUp()
  await db().media.update({ where: { id }, data: { state: 'failed', fault: 'media.damaged' } })
  expect(await queuePictures()).toBe(0)
  await db().media.update({ where: { id }, data: { state: 'ready', fault: null } })
  expect(await queuePictures()).toBe(0)
})
