// For bench/search.ts: fills an empty database, asks as readers do, prints how long each answer took and what was missing.
// `search-times ARTICLES ROUNDS`

import { Prisma } from '@/generated/prisma/client'
import { planSearch } from '@/newsroom/search/search-plan'
import { NO_SEARCH, type SearchQuery } from '@/newsroom/search/search-query'
import { db } from '@/server/db'
import { searchArticles } from '@/server/queries/search-articles'
import { withSearchConnection } from '@/server/search-pool'
import { cpuTime } from './cpu-time'
import { buildSearchIndex, fillSearchArchive } from './search-archive'
import { prepareDatabase } from './setup'

const [articles = 100_000, rounds = 5] = process.argv.slice(2).map(Number)
const say = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`)

/** Pages to turn before the tenth. */
const TENTH = 9
/** Of a common word, so many are looked for among those of the last months. */
const NEWEST = 60

const prepared = await prepareDatabase()
try {
  if ((await db().article.count({ take: 1 })) === 0) {
    const startedMs = performance.now()
    await fillSearchArchive(articles, (done) => {
      if (done % 50_000 === 0) process.stderr.write(`${done} …\n`)
    })
    const filledMs = performance.now()
    await buildSearchIndex()
    say({
      kind: 'filled',
      articles,
      seconds: (filledMs - startedMs) / 1000,
      indexSeconds: (performance.now() - filledMs) / 1000,
    })
  }
  say({ kind: 'size', ...(await sizes()) })
  const words = await chooseWords()
  say({ kind: 'words', ...words })
  const backend = await withSearchConnection(
    async (ask) => (await ask<{ pid: number }>(Prisma.sql`SELECT pg_backend_pid() AS "pid"`))[0]?.pid ?? 0,
  )
  for (const [name, queries] of Object.entries(questions(words))) await measure(name, queries, backend)
  say({ kind: 'recall', ...(await recall(words)) })
} finally {
  await prepared.release()
}

interface Words {
  common: string[]
  middling: string[]
  rare: string[]
  longAgo: string[]
  phrases: string[]
}

async function sizes() {
  const [row] = await db().$queryRaw<{ table: number; index: number; distinct: number; articles: number }[]>`
    SELECT pg_table_size('"SearchEntry"')::float8 AS "table", pg_relation_size('"SearchEntry_terms_idx"')::float8 AS "index",
      count(DISTINCT r."contentHash")::int AS "distinct", count(*)::int AS "articles" FROM "Revision" r`
  return row
}

/** Words by how many articles have them, taken from the texts themselves. */
async function chooseWords(): Promise<Words> {
  const texts = await db().$queryRaw<{ text: string }[]>`
    SELECT r."plainText" AS "text" FROM "Revision" r WHERE r."articleId" IN (SELECT "id" FROM "Article" ORDER BY md5("id") LIMIT 40)`
  const found: Words = { common: [], middling: [], rare: [], longAgo: [], phrases: [] }
  for (const { text } of texts) {
    const [first = '', , third = ''] = text.split('\n')
    found.phrases.push(third.slice(10, 16).replace(/\P{sc=Han}/gu, ''))
    for (let at = 0; at + 2 <= text.length; at += 23) {
      const word = text.slice(at, at + 2)
      if (!/^\p{sc=Han}{2}$/u.test(word)) continue
      const count = await countOf(word)
      if (count > articles / 20) found.common.push(word)
      else if (count > articles / 200) found.middling.push(word)
      else if (count < articles / 5_000) found.rare.push(word)
    }
    found.rare.push(first.slice(4, 7))
  }
  const old = await db().$queryRaw<{ text: string }[]>`
    SELECT split_part(r."plainText", E'\n', 2) AS "text" FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" ORDER BY a."listedAt" LIMIT 5`
  found.longAgo = old.map(({ text }) => text.slice(20, 24).replace(/\P{sc=Han}/gu, ''))
  const some = (words: string[]) => [...new Set(words)].filter((word) => word.length > 1).slice(0, 8)
  return {
    common: some(found.common),
    middling: some(found.middling),
    rare: some(found.rare),
    longAgo: some(found.longAgo),
    phrases: some(found.phrases),
  }
}

async function countOf(word: string): Promise<number> {
  const answer = await searchArticles({ ...NO_SEARCH, words: [word] }, { size: 1 })
  return answer.state === 'found' ? answer.total.count : 0
}

function questions({ common, middling, rare, longAgo, phrases }: Words): Record<string, SearchQuery[]> {
  const ask = (words: string[], more: Partial<SearchQuery> = {}): SearchQuery => ({ ...NO_SEARCH, words, ...more })
  const next = (list: string[], index: number) => list[(index + 1) % list.length] ?? ''
  const pairs = (a: string[], b: string[]) => a.map((word, index) => [word, next(b, index)])
  const all: Record<string, SearchQuery[]> = {
    'one common word': common.map((word) => ask([word])),
    'one middling word': middling.map((word) => ask([word])),
    'one rare word': rare.map((word) => ask([word])),
    'common long ago': longAgo.map((word) => ask([word])),
    'one character': common.map((word) => ask([word.slice(0, 1)])),
    'two common words': pairs(common, common).map((words) => ask(words)),
    'common and rare': pairs(common, rare).map((words) => ask(words)),
    'three words': common.map((word, index) => ask([word, next(middling, index), next(common, index + 2)])),
    phrase: phrases.map((word) => ask([word])),
    'in no article': rare.map((word) => ask([`${word}龘靐`])),
    'with an exclusion': pairs(common, middling).map(([word = '', other = '']) => ask([word], { excluded: [other] })),
    'in a category': common.map((word, index) => ask([word], { category: `category-${index + 1}` })),
    'from an outlet': common.map((word, index) => ask([word], { source: `source-${index * 20 + 1}` })),
    'with a tag': common.map((word, index) => ask([word], { tag: `tag-${index * 30 + 1}` })),
    'in one month of 2015': common.map((word) => ask([word], { from: '2015-03-01', to: '2015-03-31' })),
    'a category alone': [1, 5, 20, 39].map((id) => ask([], { category: `category-${id}` })),
  }
  const ranked = Object.entries(all).map(([name, queries]) => [
    `${name}, by relevance`,
    queries.map((query) => ({ ...query, order: 'relevance' as const })),
  ])
  return { ...all, ...Object.fromEntries(ranked) }
}

async function measure(name: string, queries: SearchQuery[], backend: number): Promise<void> {
  const [first, tenth]: [number[], number[]] = [[], []]
  let found = 0
  const cpuBefore = cpuTime(backend)
  let asked = 0
  let slow = 0
  for (const query of queries) {
    // The tenth page is asked for as a reader does: with the cursor of the ninth.
    let cursor: string | undefined
    for (let page = 0; page < TENTH; page++) {
      const answer = await searchArticles(query, { cursor })
      if (page === 0 && answer.state === 'found') found += answer.total.count
      if (answer.state !== 'found') slow++
      if (answer.state !== 'found' || !answer.next) break
      cursor = answer.next ?? undefined
    }
    for (let round = 0; round < rounds; round++) {
      for (const [times, at] of [
        [first, undefined],
        [tenth, cursor],
      ] as const) {
        if (at === undefined && times === tenth) continue
        const startedMs = performance.now()
        await searchArticles(query, { cursor: at })
        times.push(performance.now() - startedMs)
        asked++
      }
    }
  }
  say({
    kind: 'measured',
    name,
    found: Math.round(found / queries.length),
    first,
    tenth,
    slow,
    cpu: (cpuTime(backend) - cpuBefore) / Math.max(1, asked + queries.length * TENTH),
  })
}

/** What a scan of every text finds and the search does not, and the other way round. */
async function recall({ common, middling, rare, longAgo, phrases }: Words) {
  const whole = [...rare, ...longAgo, ...phrases].filter((word) => planSearch([word], [], []))
  const newest = [...common.slice(0, 4), ...middling.slice(0, 4)]
  const [scanned, newestScanned] = [await scan(whole), await scan(newest, NEWEST)]
  let [expected, missing, extra] = [0, 0, 0]
  for (const [words, sets, most] of [
    [whole, scanned, Infinity],
    [newest, newestScanned, NEWEST],
  ] as const) {
    for (const word of words) {
      const there = sets.get(word) ?? new Set()
      const found = await idsOf(word, most)
      expected += there.size
      missing += [...there].filter((id) => !found.has(id)).length
      // Of the newest of a common word, the search may show more than were scanned.
      if (words === whole) extra += [...found].filter((id) => !there.has(id)).length
    }
  }
  return { words: whole.length + newest.length, expected, missing, extra }
}

async function scan(words: string[], most?: number): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  const recent = most ? Prisma.sql`AND a."listedAt" > now() - interval '400 days'` : Prisma.empty
  const rows = await db().$transaction(
    async (tx) =>
      await tx.$queryRaw<{ id: string; words: string[] }[]>`
    SELECT r."articleId" AS "id", array(SELECT w FROM unnest(${words}::text[]) w WHERE position(w IN r."headline" || ' ' || r."plainText") > 0) AS "words"
    FROM "Revision" r JOIN "Article" a ON a."id" = r."articleId" WHERE r."headline" || ' ' || r."plainText" LIKE ANY(${words.map((word) => `%${word}%`)}::text[]) ${recent}
    ORDER BY a."listedAt" DESC, a."id" DESC`,
    { timeout: 600_000 },
  )
  for (const { id, words: here } of rows) {
    for (const word of here) {
      const set = found.get(word) ?? new Set<string>()
      if (!most || set.size < most) set.add(id)
      found.set(word, set)
    }
  }
  return found
}

async function idsOf(word: string, most: number): Promise<Set<string>> {
  const found = new Set<string>()
  let cursor: string | undefined
  do {
    const answer = await searchArticles({ ...NO_SEARCH, words: [word] }, { cursor, size: Math.min(most, 200) })
    // What was taken apart is no answer to the word.
    if (answer.state !== 'found' || answer.parts.length > 0) break
    for (const { id } of answer.hits) found.add(id)
    cursor = answer.next ?? undefined
  } while (cursor && found.size < most)
  return found
}
