import { setImmediate } from 'node:timers/promises'
import { entriesOf, INDEX_VERSION, type Searchable, type SearchEntry } from '@/newsroom/search/search-entry'
import type { Tx } from '@/server/db'
import { searchableRows } from '@/server/searchable'
import { jsonRows } from './json-rows'

/** What one person's deed changes is found at once; of an import or a renamed name the loop takes care, right behind it. */
const MOST_AT_ONCE = 20

/** Makes what readers have of these articles findable, as they are now; what they have no more is not found. */
export async function indexArticles(tx: Tx, articleIds: readonly string[]): Promise<void> {
  const ids = [...new Set(articleIds)]
  if (ids.length === 0) return
  if (ids.length > MOST_AT_ONCE) await markStale(tx, ids)
  else await writeEntries(tx, ids)
}

/** Leaves the entries to the loop (jobs/fill-search); until then an article is found by what it was. */
export async function markStale(tx: Tx, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "SearchStale" ("articleId")
    SELECT a."id" FROM "Article" a WHERE a."id" = ANY(${[...articleIds]}::text[]) AND a."listedAt" IS NOT NULL
    ON CONFLICT ("articleId") DO UPDATE SET "since" = now()`
}

/** The entries of articles nobody else changes meanwhile. */
export async function writeEntries(tx: Tx, ids: string[]): Promise<void> {
  const articles = await tx.$queryRaw<Searchable[]>(searchableRows(ids))
  const rows: (SearchEntry & { id: string })[] = []
  for (const article of articles) {
    rows.push(...entriesOf(article).map((entry) => ({ id: article.id, ...entry })))
    // A millisecond each, and the process may have readers to serve.
    await setImmediate()
  }
  await tx.$executeRaw`DELETE FROM "SearchEntry" WHERE "articleId" = ANY(${ids})`
  if (rows.length > 0)
    await tx.$executeRaw`
      INSERT INTO "SearchEntry" ("articleId", "part", "listedAt", "version", "terms", "ranks")
      SELECT a."id", x."part", a."listedAt", ${INDEX_VERSION}, array_to_tsvector(string_to_array(x."terms", ' ')), x."ranks"::tsvector
      FROM json_to_recordset(${jsonRows(rows)}::json) AS x("id" text, "part" int, "terms" text, "ranks" text)
      JOIN "Article" a ON a."id" = x."id"`
  await tx.$executeRaw`DELETE FROM "SearchStale" WHERE "articleId" = ANY(${ids})`
}
