import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/server/db'
import { findArticle } from '@/server/queries/find-article'
import { findFrontPage } from '@/server/queries/find-front-page'
import { listArticles } from '@/server/queries/list-articles'
import { listNeighbours } from '@/server/queries/list-neighbours'
import { withRenderScope } from '@/server/render-scope'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { SYSTEM } from './actor'
import { msUntilDue, publishDue } from './publish-due'

const KEPT = 200
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  for (let number = 0; number < KEPT; number++) {
    const at = new Date(Date.parse('2026-01-01T00:00:00Z') + number * 3_600_000).toISOString()
    await insertArticle({ id: `article${String(number).padStart(4, '0')}`, at, tags: ['shuili'], source: '泽川日报' })
  }
})
afterAll(async () => await database.drop())

const lastEvent = async () => (await db().busEvent.findFirst({ orderBy: { id: 'desc' } }))?.tags ?? []
const readBy = async (render: () => Promise<unknown>) => (await withRenderScope(render)).scope.tags

test('what is due goes live once, however many ask at once, and what is not due stays', async () => {
  await insertArticle({ id: 'dueinpast01', publication: 'scheduled', at: '2026-06-01T00:00:00Z', tags: ['shuili'] })
  await insertArticle({ id: 'dueinfuture', publication: 'scheduled', at: '2036-06-01T00:00:00Z' })
  expect(await msUntilDue()).toBeLessThan(0)
  const published = await Promise.all([publishDue(SYSTEM), publishDue(SYSTEM), publishDue(SYSTEM)])
  expect(published.sort()).toEqual([0, 0, 1])
  expect(await findArticle('dueinpast01')).toMatchObject({ state: 'live', article: { revised: false } })
  expect(await findArticle('dueinfuture')).toBeNull()
  expect(await msUntilDue()).toBeGreaterThan(86_400_000)
})

test('a publication turns its lists and the front page, and nearly no page of the archive', async () => {
  const articles = await Promise.all(
    Array.from({ length: KEPT }, (_, number) => {
      const id = `article${String(number).padStart(4, '0')}`
      return readBy(async () => [await findArticle(id), await listNeighbours(id)])
    }),
  )
  const turned = await Promise.all([
    readBy(() => findFrontPage()),
    readBy(() => listArticles('site')),
    readBy(() => listArticles('category:1')),
    readBy(() => listArticles('tag:1')),
    readBy(() => findArticle('duenow00001')),
  ])
  await insertArticle({
    id: 'duenow00001',
    publication: 'scheduled',
    at: new Date(Date.now() - 1_000).toISOString(),
    tags: ['shuili'],
  })
  expect(await publishDue(SYSTEM)).toBe(1)
  const changed = new Set(await lastEvent())
  const drops = (tags: Set<string>) => [...tags].some((tag) => changed.has(tag))
  for (const tags of turned) expect(drops(tags)).toBe(true)
  expect(articles.filter(drops).length).toBeLessThanOrEqual(2)
})
