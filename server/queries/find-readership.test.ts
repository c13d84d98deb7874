import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { findReadership } from './find-readership'

const NOW = new Date('2026-11-23T00:30:00+08:00')
const ID = 'aaaaaaaaa1'
const chief: StaffActor = { kind: 'staff', id: 'c', name: '主编', role: 'chief', desk: null, address: null, userAgent: null }

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ SITE_TIMEZONE: 'Asia/Shanghai' })
  await insertArticle({ id: ID, headline: '漪江三桥今晨放行' })
  const reads = (day: string, count: number) => ({ articleId: ID, day: new Date(day), count })
  await db().articleReads.createMany({ data: [reads('2026-11-23', 4), reads('2026-11-22', 30), reads('2026-01-01', 1_000)] })
  const shares = (day: string, channel: string, count: number) => ({ ...reads(day, count), channel })
  await db().shareCount.createMany({
    data: [shares('2026-11-22', 'weibo', 2), shares('2026-11-22', 'qr', 5), shares('2026-01-01', 'weibo', 9)],
  })
})
afterAll(async () => await database.drop())

it('tells thirty days to the newsroom’s today, and all of it in sums', async () => {
  const found = await findReadership(chief, ID, NOW)
  expect(found).toMatchObject({ headline: '漪江三桥今晨放行', path: `/2026/11/23/${ID}`, reads: 1_034, shares: 16 })
  expect(found?.channels).toEqual([
    { channel: 'weibo', count: 11 },
    { channel: 'qr', count: 5 },
  ])
  expect(found?.days).toHaveLength(30)
  expect(found?.days[0]).toEqual({ day: '2026-10-25', reads: 0, shares: {} })
  expect(found?.days.slice(-2)).toEqual([
    { day: '2026-11-22', reads: 30, shares: { weibo: 2, qr: 5 } },
    { day: '2026-11-23', reads: 4, shares: {} },
  ])
})

it('tells nothing of what is not there or not to be read', async () => {
  await insertArticle({ id: 'aaaaaaaaa2', publication: 'unpublished' })
  expect(await findReadership(chief, 'aaaaaaaaa9', NOW)).toBeNull()
  expect(await findReadership(chief, '../../etc', NOW)).toBeNull()
  expect(await findReadership({ ...chief, role: 'reporter', id: 'other' }, 'aaaaaaaaa2', NOW)).toBeNull()
})
