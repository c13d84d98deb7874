import { afterAll, beforeAll, expect, it } from 'vitest'
import { IMPORTER } from '@/server/commands/actor'
import { fileOf } from '@/server/commands/import-fixture'
import { startImportRun } from '@/server/commands/start-import-run'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { saveFiles } from './save-files'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Random, so that it cannot be compressed into an index entry. */
const endless = (length: number) => Array.from({ length }, () => Math.random().toString(36).slice(2)).join('')

it('what the database refuses of one post does not cost the others', async () => {
  const files = Array.from({ length: 20 }, (_, index) => {
    const path = `_posts/${index}.md`
    if (index === 3) return fileOf({ path, headline: ' ' })
    if (index === 11) return fileOf({ path, oldAddresses: [`/${endless(2000)}`] })
    if (index === 12) return fileOf({ path, publishedAt: new Date('+012022-01-01T00:00:00Z') })
    return fileOf({ path })
  })
  const runId = await startImportRun(IMPORTER, 'finews.example')
  const results = await saveFiles(IMPORTER, { runId, archive: 'finews.example', files })
  expect(results.map(({ path }) => path)).toEqual(files.map(({ path }) => path))
  const refused = results.filter(({ outcome }) => outcome === 'refused')
  expect(refused.map(({ path, notes }) => [path, notes[0]?.reason])).toEqual([
    ['_posts/3.md', expect.stringContaining('Revision_headline_not_blank')],
    ['_posts/11.md', expect.stringContaining('index row')],
    ['_posts/12.md', expect.stringMatching(/date|time/)],
  ])
  expect(await db().article.count()).toBe(17)
  expect(await db().importItem.count()).toBe(20)
})

it('what is no fault of a post is thrown', async () => {
  const files = [fileOf({ path: '_posts/x.md' })]
  await expect(saveFiles(IMPORTER, { runId: 999_999, archive: 'finews.example', files })).rejects.toThrow()
})
