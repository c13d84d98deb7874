import { dict } from '@node-rs/jieba/dict'
import { Client } from 'pg'
import { normalise } from '@/newsroom/search/normalise'
import { entriesOf, INDEX_VERSION } from '@/newsroom/search/search-entry'
import { addTerms } from '@/newsroom/search/terms'
import { directDatabaseUrl } from '@/server/database-url'
import { Dice } from '@/server/test-dice'

const PASSAGES = 50_000
const PER_ARTICLE = 9
const PASSAGE_CHARACTERS = 105
/** Of the passages, those that only the oldest sixth of the articles has. */
const LONG_AGO = 5_000
const BATCH = 1_000
const FIRST_DAY_MS = Date.UTC(2011, 0, 1)

const CATEGORIES = 40
const SOURCES = 200
const TAGS = 3_000

interface Passage {
  text: string
  terms: string[]
  /** its two most telling words */
  words: string[]
}

/**
 * Fills an empty database with articles of 3 KB as far as search can tell them from real ones: words of the general dictionary as
 * often as they are used, passages that come again and again, one that only this article has, names and days of fifteen years. Each
 * passage is read by the index's own code once, and an article has what its passages have: a million would take an hour otherwise.
 */
export async function fillSearchArchive(count: number, onProgress: (done: number) => void): Promise<void> {
  // 2³² different draws are enough; that bodies differ is checked all the same.
  const dice = new Dice(42)
  const random = () => dice.throw()
  const draw = drawWords(random)
  const passages = Array.from({ length: PASSAGES }, () => passageOf(draw))
  await withClient(async (client) => {
    await client.query('SET session_replication_role = replica; SET synchronous_commit = off')
    await client.query(DROP_INDEXES)
    await client.query('DROP INDEX "SearchEntry_terms_idx"')
    await insertNames(client)
    for (let done = 0; done < count; done += BATCH) {
      const size = Math.min(BATCH, count - done)
      const articles = Array.from({ length: size }, (_, index) => articleOf(done + index, count, { random, draw, passages }))
      await insertArticles(client, articles)
      onProgress(done + size)
    }
  })
}

/** Index by index afterwards is several times quicker than row by row. */
const DROP_INDEXES = `CREATE TABLE dropped_index (def text);
DO $$ DECLARE i record; BEGIN
  FOR i IN SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename IN ('Article', 'ArticleCategory', 'ArticleTag')
    AND indexname NOT IN (SELECT conname FROM pg_constraint) LOOP
    INSERT INTO dropped_index VALUES (i.indexdef);
    EXECUTE format('DROP INDEX %I', i.indexname);
  END LOOP;
END $$;`
const EACH_DROPPED =
  'DO $$ DECLARE i record; BEGIN FOR i IN SELECT def FROM dropped_index LOOP EXECUTE i.def; END LOOP; END $$; DROP TABLE dropped_index;'

/** At once, which is several times quicker than row by row. */
export async function buildSearchIndex(): Promise<void> {
  await withClient(async (client) => {
    await client.query(`SET maintenance_work_mem = '1500MB'; SET max_parallel_maintenance_workers = 2`)
    await client.query('CREATE INDEX "SearchEntry_terms_idx" ON "SearchEntry" USING GIN ("terms")')
    await client.query('ALTER INDEX "SearchEntry_terms_idx" SET (gin_pending_list_limit = 8192)')
    await client.query(EACH_DROPPED)
    await client.query('VACUUM ANALYZE "SearchEntry"')
    await client.query('ANALYZE')
  })
}

async function withClient(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: directDatabaseUrl() })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

type Random = () => number

/** Han words of jieba's dictionary, as often as it says they are used. */
function drawWords(random: Random): () => string {
  const words: string[] = []
  const upTo: number[] = []
  let sum = 0
  for (const line of Buffer.from(dict).toString('utf8').split('\n')) {
    const [word = '', times = '0'] = line.split(' ')
    if (!/^\p{sc=Han}{1,4}$/u.test(word)) continue
    sum += Number(times)
    words.push(word)
    upTo.push(sum)
  }
  return () => {
    const wanted = random() * sum
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return words[low] ?? ''
  }
}

function passageOf(draw: () => string): Passage {
  let text = ''
  const words: string[] = []
  for (let length = 0; length < PASSAGE_CHARACTERS; ) {
    const word = draw()
    text += word
    length += word.length
    if (word.length > 1) words.push(word)
    if (words.length % 6 === 5 && word.length > 1) text += '，'
  }
  text += '。'
  const terms = new Set<string>()
  addTerms(terms, normalise(text))
  return { text, terms: [...terms], words: words.sort((a, b) => b.length - a.length).slice(0, 2) }
}

interface Made {
  id: string
  at: string
  headline: string
  body: string
  terms: string
  ranks: string
  categoryId: number
  sourceId: number
  tagId: number
}

interface Stock {
  random: Random
  draw: () => string
  passages: Passage[]
}

function articleOf(number: number, count: number, { random, draw, passages }: Stock): Made {
  const id = `a${number.toString(36).padStart(9, '0')}`
  const listedAt = new Date(FIRST_DAY_MS + ((Date.now() - FIRST_DAY_MS) * (number + 0.5)) / count)
  const isOld = number < count / 6
  const headline = Array.from({ length: 7 }, () => draw()).join('')
  // Six words nobody else has in this order.
  const own = passageOf(draw).text.slice(0, 30)
  const chosen = Array.from({ length: PER_ARTICLE }, (_, index) => {
    const place = isOld && index === 0 ? PASSAGES - LONG_AGO * random() : (PASSAGES - LONG_AGO) * random()
    return passages[Math.floor(place)] ?? passages[0]
  }).filter((passage) => passage !== undefined)
  const [categoryId, sourceId, tagId] = [pick(random, CATEGORIES, 2), pick(random, SOURCES, 3), pick(random, TAGS, 3)]
  const [entry] = entriesOf({
    id,
    listedAt,
    headline,
    kicker: null,
    subhead: null,
    standfirst: null,
    body: own,
    source: `Outlet${sourceId}`,
    tags: [`Topic${tagId}`],
    people: [],
    categoryIds: [categoryId],
    tagIds: [tagId],
    sourceId,
    personIds: [],
  })
  const terms = new Set(entry?.terms.split(' '))
  for (const passage of chosen) for (const term of passage.terms) terms.add(term)
  const words = new Set(chosen.flatMap((passage) => passage.words))
  const ranks = `${entry?.ranks} ${[...words]
    .filter((word) => !entry?.ranks.includes(word))
    .map((word) => `${word}:2C`)
    .join(' ')}`
  return {
    id,
    at: listedAt.toISOString(),
    headline,
    body: [own, ...chosen.map(({ text }) => text)].join('\n'),
    terms: [...terms].join(' '),
    ranks,
    categoryId,
    sourceId,
    tagId,
  }
}

/** From 1 on, the low ones oftener. */
const pick = (random: Random, among: number, skew: number) => 1 + Math.floor(among * random() ** skew)

async function insertNames(client: Client): Promise<void> {
  await client.query(`
    INSERT INTO "Category" ("name", "slug", "sortKey", "parentId") SELECT '栏目' || n, 'category-' || n, n::text, CASE WHEN n > 8 THEN 1 + n % 8 END FROM generate_series(1, ${CATEGORIES}) n;
    INSERT INTO "Source" ("name", "slug") SELECT 'Outlet' || n, 'source-' || n FROM generate_series(1, ${SOURCES}) n;
    INSERT INTO "Tag" ("name", "slug", "sortKey") SELECT 'Topic' || n, 'tag-' || n, n::text FROM generate_series(1, ${TAGS}) n;`)
}

async function insertArticles(client: Client, articles: Made[]): Promise<void> {
  const column = <Name extends keyof Made>(name: Name) => articles.map((article) => article[name])
  await client.query(
    `WITH made AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[], $9::int[])
      AS x (id, at, headline, body, terms, ranks, category, source, tag)),
    article AS (INSERT INTO "Article" ("id", "publication", "workflow", "publishedAt", "updatedAt", "touchedAt", "liveRevision", "draftRevision", "sourceId")
      SELECT id, 'live', 'ready', at, at, at, 1, 1, source FROM made),
    revision AS (INSERT INTO "Revision" ("articleId", "number", "headline", "bodyHtml", "plainText", "characterCount", "sanitizerVersion", "contentHash", "author", "reason")
      SELECT id, 1, headline, '', body, 1000, 1, md5(body), 'bench', 'bench' FROM made),
    category AS (INSERT INTO "ArticleCategory" ("articleId", "categoryId", "position", "listedAt") SELECT id, category, 0, at FROM made),
    tag AS (INSERT INTO "ArticleTag" ("articleId", "tagId", "position", "listedAt") SELECT id, tag, 0, at FROM made)
    INSERT INTO "SearchEntry" ("articleId", "part", "listedAt", "version", "terms", "ranks")
      SELECT id, 0, at, ${INDEX_VERSION}, array_to_tsvector(string_to_array(terms, ' ')), ranks::tsvector FROM made`,
    [
      column('id'),
      column('at'),
      column('headline'),
      column('body'),
      column('terms'),
      column('ranks'),
      column('categoryId'),
      column('sourceId'),
      column('tagId'),
    ],
  )
}
