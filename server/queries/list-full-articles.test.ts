import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/server/db'
import { withRenderScope } from '@/server/render-scope'
import { insertArticle } from '@/server/test-articles'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { listFullArticles } from './list-full-articles'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

let count = 0
/** Minutes after an hour on which everything here was published; many share one. */
async function publish(minute: number): Promise<string> {
  const id = `c${String(++count).padStart(9, '0')}`
  await insertArticle({ id, at: new Date(Date.UTC(2026, 9, 1, 4, minute)).toISOString() })
  return id
}

describe('paging', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 })

  it('tells every article exactly once and in order, while others are published', async () => {
    await fc.assert(
      fc.asyncProperty(
        minutes,
        fc.integer({ min: 1, max: 5 }),
        fc.array(minutes, { maxLength: 4 }),
        async (first, size, later) => {
          await db().$executeRaw`TRUNCATE "Article", "Category" CASCADE`
          const before = new Set<string>()
          for (const minute of first) before.add(await publish(minute))
          const seen: { id: string; at: number }[] = []
          let cursor: string | undefined
          do {
            const { items, next } = await listFullArticles({ size, cursor, withBody: false })
            expect(items.length).toBeLessThanOrEqual(size)
            seen.push(...items.map(({ article }) => ({ id: article.id, at: article.publishedAt.getTime() })))
            for (const minute of later.pop() ?? []) await publish(minute)
            cursor = next ?? undefined
          } while (cursor)
          const ids = seen.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          expect([...before].filter((id) => !ids.includes(id))).toEqual([])
          expect(seen).toEqual(seen.toSorted((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1)))
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('what a page depends on', () => {
  const read = async (wanted: Partial<Parameters<typeof listFullArticles>[0]>) =>
    (await withRenderScope(() => listFullArticles({ size: 2, withBody: false, ...wanted }))).scope

  beforeAll(async () => {
    await db().$executeRaw`TRUNCATE "Article", "Category" CASCADE`
    for (const day of [1, 3, 5, 7, 9]) await insertArticle({ id: `d00000000${day}`, at: `2026-10-0${day}T04:00:00Z` })
  })

  it('is its own days, up to the article that makes a next page, and the articles in it', async () => {
    const { next } = await listFullArticles({ size: 2, withBody: false })
    const { tags } = await read({ cursor: next ?? undefined })
    expect([...tags].filter((tag) => tag.startsWith('list:')).sort()).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((day) => `list:site:2026-10-0${day}`),
    )
    expect(tags).toContain('article:d000000003')
  })

  it('is all of the list where an end is open', async () => {
    expect((await read({})).tags).toContain('list:site')
    expect((await read({ from: new Date('2026-10-08T00:00:00Z') })).tags).toContain('list:site')
  })

  it('is the clock where it asks for what changed: a correction drops no list', async () => {
    expect((await read({ updatedSince: new Date('2026-10-01T00:00:00Z') })).untilMs).toBeLessThanOrEqual(Date.now() + 1_000)
  })
})
