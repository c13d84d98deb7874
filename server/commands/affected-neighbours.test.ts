import { afterAll, beforeAll, expect, it } from 'vitest'
import { articleId } from '@/newsroom/article-id'
import { db } from '@/server/db'
import { listNeighbours } from '@/server/queries/list-neighbours'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { IMPORTER } from './actor'
import { affectedNeighbours } from './affected-neighbours'
import { importArticles } from './import-articles'
import { fileOf } from './import-fixture'
import { startImportRun } from './start-import-run'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const path = (hour: number) => `_posts/${hour}.md`
const idAt = (hour: number) => articleId(`finews.example/${path(hour)}`)
/** Every other article has the tag; categories change each ten hours, and some stand in both. */
const postAt = (hour: number) =>
  fileOf({
    path: path(hour),
    publishedAt: new Date(Date.UTC(2022, 1, 1, hour)),
    tags: hour % 2 === 0 ? ['水利'] : [],
    categories: [`c${Math.floor(hour / 10)}`, ...(hour % 3 === 0 ? ['c0'] : [])].map((name) => ({ archiveName: name, name })),
  })

it('names every article whose neighbours change, and few others', async () => {
  const runId = await startImportRun(IMPORTER, 'finews.example')
  const hours = Array.from({ length: 40 }, (_, hour) => hour)
  const late = [0, 17, 22, 39]
  const files = hours.filter((hour) => !late.includes(hour)).map(postAt)
  await importArticles(IMPORTER, { runId, archive: 'finews.example', files })
  for (const hour of late) {
    const before = new Map<string, unknown>()
    for (const { id } of await db().article.findMany()) before.set(id, await listNeighbours(id))
    await importArticles(IMPORTER, { runId, archive: 'finews.example', files: [postAt(hour)] })
    const labels = await db().article.findUniqueOrThrow({ where: { id: idAt(hour) }, include: { categories: true, tags: true } })
    const named = await db().$transaction((tx) =>
      affectedNeighbours(tx, [
        {
          articleId: labels.id,
          listedAt: labels.listedAt ?? new Date(0),
          categoryIds: labels.categories.map(({ categoryId }) => categoryId),
          tagIds: labels.tags.map(({ tagId }) => tagId),
        },
      ]),
    )
    const changed: string[] = []
    for (const [id, neighbours] of before) {
      if (JSON.stringify(await listNeighbours(id)) !== JSON.stringify(neighbours)) changed.push(id)
    }
    expect(changed.length).toBeGreaterThan(0)
    expect(named).toEqual(expect.arrayContaining(changed))
    expect(named.length).toBeLessThanOrEqual(21)
  }
})
