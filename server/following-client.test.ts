import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { databaseUrl } from './database-url'
import { db } from './db'
import { followingClient } from './following-client'
import { cutConnections } from './pools'
import { createTestDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('the relations of a row are asked for one after the other in a transaction', async () => {
  const warnings: string[] = []
  const note = ({ message }: Error) => warnings.push(message)
  process.on('warning', note)
  const tag = await db().$transaction(async (tx) => {
    const { id } = await tx.tag.create({ data: { name: '渡口', slug: 'dukou', sortKey: 'dukou' } })
    return await tx.tag.findUniqueOrThrow({ where: { id }, include: { articles: true, synonyms: true, redirects: true } })
  })
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', note)
  expect(tag).toMatchObject({ articles: [], synonyms: [], redirects: [] })
  expect(warnings).toEqual([])
})

it('what is asked behind a fault is answered', async () => {
  const pool = new pg.Pool({ Client: followingClient(databaseUrl, 'test'), max: 1 })
  const client = await pool.connect()
  const [fault, answer] = await Promise.allSettled([client.query('SELECT nothing'), client.query('SELECT 1 AS one')])
  client.release()
  expect(fault.status).toBe('rejected')
  expect(answer).toMatchObject({ status: 'fulfilled', value: { rows: [{ one: 1 }] } })
  expect((await pool.query('SELECT 2 AS two')).rows).toEqual([{ two: 2 }])
  await pool.end()
})

it('whoever waits on a connection that is cut hears so, and the pool has another', async () => {
  const pool = new pg.Pool({ Client: followingClient(databaseUrl, 'test'), max: 1 })
  pool.on('error', () => {})
  const client = await pool.connect()
  const waiting = client.query('SELECT pg_sleep(60)')
  client.on('error', () => {})
  cutConnections()
  await expect(waiting).rejects.toThrow(/terminated/)
  client.release(true)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})
