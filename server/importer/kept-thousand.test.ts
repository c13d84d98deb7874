import { afterAll, beforeAll, expect, it } from 'vitest'
import { articleId } from '@/newsroom/article-id'
import { IMPORTER } from '@/server/commands/actor'
import { importArticles } from '@/server/commands/import-articles'
import { fileOf } from '@/server/commands/import-fixture'
import { startImportRun } from '@/server/commands/start-import-run'
import { db } from '@/server/db'
import { findArticle } from '@/server/queries/find-article'
import { listNeighbours } from '@/server/queries/list-neighbours'
import { withRenderScope } from '@/server/render-scope'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'

let database: TestDatabase
let runId: number
beforeAll(async () => {
  database = await createTestDatabase()
  runId = await startImportRun(IMPORTER, 'archive')
})
afterAll(() => database.drop())

const COUNT = 1_000

/** One of ten outlets, with three of twenty tags, half an hour after the one before. */
function fileNumber(number: number) {
  const outlet = `第${number % 10}报`
  return fileOf({
    path: `_posts/${number}.md`,
    headline: `第${number}篇`,
    publishedAt: new Date(Date.UTC(2022, 0, 1, 0, number * 30)),
    categories: [{ archiveName: outlet, name: outlet }],
    source: outlet,
    tags: [0, 1, 2].map((step) => `标签${(number * 7 + step * 3) % 20}`),
  })
}
const bring = async (numbers: number[]) =>
  await importArticles(IMPORTER, { runId, archive: 'archive', files: numbers.map(fileNumber) })

it('of a thousand kept articles one more in an outlet drops ten at most', async () => {
  for (let from = 0; from < COUNT; from += 250) await bring(Array.from({ length: 250 }, (_, index) => from + index))
  const ids = Array.from({ length: COUNT }, (_, number) => articleId(`archive/_posts/${number}.md`))
  const kept: Set<string>[] = []
  for (const id of ids) {
    const { result, scope } = await withRenderScope(async () => [await findArticle(id), await listNeighbours(id)])
    expect(result[0]).toMatchObject({ state: 'live' })
    kept.push(scope.tags)
  }
  const position = (await db().busEvent.aggregate({ _max: { id: true } }))._max.id ?? 0n
  await bring([COUNT])
  const told = (await db().busEvent.findMany({ where: { id: { gt: position } } })).flatMap(({ tags }) => tags)
  const dropped = kept.filter((tags) => told.includes('everything') || told.some((tag) => tags.has(tag))).length
  // The one before it in its outlet has a next one now.
  expect(dropped).toBeGreaterThan(0)
  expect(dropped).toBeLessThanOrEqual(10)
})
