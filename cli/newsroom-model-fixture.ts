import { articlePath } from '@/newsroom/addresses'
import { calendarDay } from '@/newsroom/calendar'
import { NO_SEARCH } from '@/newsroom/search/search-query'
import { markOldEntries } from '@/server/commands/fill-search'
import { fillAll } from '@/server/commands/search-fixture'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { countByPeriod } from '@/server/queries/count-by-period'
import { findCard } from '@/server/queries/find-card'
import { findPreview } from '@/server/queries/find-preview'
import { listNewestIds } from '@/server/queries/list-newest'
import { listArticlesOfPart, listNamesOfPart } from '@/server/queries/list-sitemap-part'
import { searchArticles } from '@/server/queries/search-articles'
import { marksIn } from './dice-fixture'
import { answerAt, walksOf } from './model-answers-fixture'
import type { Newsroom } from './newsroom-fixture'
import { ReaderAnswers } from './reader-answers-fixture'

/** What leaves no line in the record: what readers and machines do, and what turned out to change nothing. */
const SILENT =
  /^(import|read, and|make the sizes|delete tags|order categories|write on|write at|sign to the end|label|discard or recover)/
const SAMPLES = 5
const KINDS = ['category', 'tag', 'source'] as const

interface Held {
  id: string
  publication: string
  publishedAt: Date | null
  listed: boolean
}

/** What must be true of a newsroom whatever was done in it; knows only the rows themselves, and what was true before. */
export class NewsroomModel {
  #articles = new Map<string, Held>()
  #revisions = new Map<string, string>()
  #entries = 0
  /** every address that readers were ever given, and whose it was */
  readonly addresses = new Map<string, string>()
  readonly #published = new Map<string, number>()
  readonly #answers = new ReaderAnswers()

  constructor(readonly room: Newsroom) {}

  /** After each deed: what it did to the record and to what is public. */
  async follow(told: string): Promise<string[]> {
    const faults: string[] = []
    const entries = await db().auditEntry.count()
    if (entries === this.#entries && !told.includes('refused') && !SILENT.test(told)) faults.push('no line in the record')
    this.#entries = entries
    const revisions = await revisionsNow()
    for (const [revision, text] of this.#revisions)
      if (revisions.get(revision) !== text) faults.push(`revision ${revision} is another, or gone`)
    this.#revisions = revisions
    const articles = await articlesNow()
    for (const { id, publication } of articles.values()) {
      const wentLive = publication === 'live' && this.#articles.get(id)?.publication !== 'live'
      if (wentLive && !told.startsWith('import') && this.#articles.size > 0)
        this.#published.set(id, (this.#published.get(id) ?? 0) + 1)
    }
    for (const id of this.#articles.keys()) if (!articles.has(id)) faults.push(`article ${id} is gone`)
    this.#articles = articles
    await this.#noteAddresses()
    return faults
  }

  async #noteAddresses(): Promise<void> {
    for (const { id, publishedAt, listed } of this.#articles.values()) {
      if (!listed || !publishedAt) continue
      this.addresses.set(articlePath({ id, publishedAt }, config().SITE_TIMEZONE), id)
      this.addresses.set(`/s/${id}`, id)
    }
    const old = await db().$queryRaw<{ path: string; articleId: string }[]>`
      SELECT r."path", r."articleId" FROM "Redirect" r JOIN "Article" a ON a."id" = r."articleId" WHERE a."listedAt" <= now()`
    for (const { path, articleId } of old) this.addresses.set(path, articleId)
    for (const kind of KINDS)
      for (const { path } of await listNamesOfPart(kind, 1))
        for (const end of ['', '/feed.xml']) this.addresses.set(path + end, kind)
  }

  /** Now and then: everything readers can ask for. */
  async faults(): Promise<string[]> {
    await fillAll()
    return (
      await Promise.all([this.#secrets(), this.#sets(), this.#everGiven(), this.#previews(), this.#events(), this.#found()])
    ).flat()
  }

  /** Nothing that is not public is told anywhere. */
  async #secrets(): Promise<string[]> {
    const secret = await secretMarks()
    await this.#answers.update()
    const faults: string[] = []
    const look = (where: string, answer: unknown) => {
      for (const mark of marksIn(JSON.stringify(answer) ?? '')) if (secret.has(mark)) faults.push(`${where} tells ${mark}`)
    }
    for (const [address, answer] of this.#answers.known) look(address, await answer())
    const { dice } = this.room
    for (const mark of dice.some([...secret], SAMPLES))
      look(`search ${mark}`, await searchArticles({ ...NO_SEARCH, words: [mark.replace(/[〔〕]/g, '')] }))
    const hidden = [...this.#articles.values()].filter(({ listed }) => !listed)
    for (const { id } of dice.some(hidden, SAMPLES))
      if ((await findCard(`${id}.png`)).state === 'image') faults.push(`there is a card of ${id}`)
    return faults
  }

  /** Whatever lists articles lists the same ones. */
  async #sets(): Promise<string[]> {
    const faults: string[] = []
    const agree = (what: string, found: readonly string[], wanted: readonly string[]) => {
      if (found.toSorted().join() !== wanted.toSorted().join()) faults.push(`${what}: ${difference(found, wanted)}`)
    }
    const listed = [...this.#articles.values()].filter((article) => article.listed)
    const ids = listed.map(({ id }) => id)
    for (const [way, found] of Object.entries(await walksOf('site'))) agree(`site ${way}`, found, ids)
    const { SITE_TIMEZONE } = config()
    const months = Map.groupBy(listed, ({ publishedAt }) => calendarDay(publishedAt ?? new Date(0), SITE_TIMEZONE).slice(0, 7))
    const mapped = await Promise.all([...months.keys()].map((month) => listArticlesOfPart(month, 1)))
    agree(
      'sitemap',
      mapped.flat().map(({ path }) => path.split('/')[4] ?? ''),
      ids,
    )
    for (const [month, articles] of months) {
      const count = (await countByPeriod(month)).reduce((sum, part) => sum + part.count, 0)
      if (count !== articles.length) faults.push(`${month} counts ${count}, there are ${articles.length}`)
    }
    const newest = (await listNewestIds()).map(({ id }) => id)
    const youngest = listed.toSorted((a, b) => Number(b.publishedAt) - Number(a.publishedAt) || (a.id < b.id ? 1 : -1))
    agree(
      'latest.json',
      newest,
      youngest.slice(0, 20).map(({ id }) => id),
    )
    for (const kind of KINDS) await this.#names(kind, agree)
    return faults
  }

  async #names(kind: (typeof KINDS)[number], agree: (what: string, found: string[], wanted: string[]) => void): Promise<void> {
    const table = { category: '"ArticleCategory"', tag: '"ArticleTag"', source: '"Article"' }[kind]
    const rows = await db().$queryRawUnsafe<{ name: number; id: string }[]>(
      `SELECT l."${kind}Id" AS "name", a."id" FROM ${table} l JOIN "Article" a ON a."id" = l."${kind === 'source' ? 'id' : 'articleId'}"
       WHERE a."publication" = 'live' AND a."publishedAt" <= now() AND l."${kind}Id" IS NOT NULL`,
    )
    for (const [name, members] of Map.groupBy(rows, (row) => row.name))
      for (const [way, found] of Object.entries(await walksOf(`${kind}:${name}`)))
        agree(
          `${kind}:${name} ${way}`,
          found,
          members.map(({ id }) => id),
        )
  }

  /** An address that readers were given answers, leads straight to one that does, or says that it is gone. */
  async #everGiven(): Promise<string[]> {
    const faults: string[] = []
    for (const [path, owner] of this.addresses) {
      const first = await answerAt(path)
      const last = first.to ? await answerAt(first.to) : first
      if (last.status === 200 || last.status === 410) continue
      faults.push(`${path} of ${owner} answers ${first.status}${first.to ? `, then ${first.to} ${last.status}` : ''}`)
    }
    return faults
  }

  /** A preview shows its own article's draft, and nobody else's. */
  async #previews(): Promise<string[]> {
    const faults: string[] = []
    const secret = await secretMarks()
    for (const [path, articleId] of this.room.previews) {
      const [found, draft, article] = await Promise.all([
        findPreview(path.slice('/preview/'.length)),
        db().draft.findUnique({ where: { articleId } }),
        db().article.findUniqueOrThrow({ where: { id: articleId } }),
      ])
      if (found && (found.article.id !== articleId || article.discardedAt)) faults.push(`${path} shows ${found.article.id}`)
      const own = new Set(marksIn(JSON.stringify(draft?.content ?? null)))
      const others = marksIn(JSON.stringify(found) ?? '').filter((mark) => secret.has(mark) && !own.has(mark))
      if (draft && others.length > 0) faults.push(`the preview of ${articleId} tells ${others}`)
    }
    return faults
  }

  /** Whoever listens is told once of each publication. */
  async #events(): Promise<string[]> {
    const told = await db().delivery.groupBy({
      by: ['articleId'],
      where: { channel: 'webhook', event: 'article.published', articleId: { in: [...this.#published.keys()] } },
      _count: true,
    })
    const counts = new Map(told.map(({ articleId, _count }) => [articleId, _count]))
    return [...this.#published].flatMap(([id, times]) =>
      (counts.get(id) ?? 0) === times ? [] : [`${id} went live ${times} times, ${counts.get(id) ?? 0} were told`],
    )
  }

  /** What search knows is what it would learn anew, and what is public is found by its headline. */
  async #found(): Promise<string[]> {
    const before = await searchEntries()
    await markOldEntries(true)
    await fillAll()
    const after = await searchEntries()
    const faults = [...new Set([...before.keys(), ...after.keys()])]
      .filter((id) => before.get(id) !== after.get(id))
      .map((id) => `search knows ${id} as it was`)
    const live = await db().$queryRaw<{ id: string; headline: string }[]>`
      SELECT a."id", r."headline" FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."liveRevision"
      WHERE a."publication" = 'live' AND a."publishedAt" <= now() ORDER BY a."id"`
    for (const { id, headline } of this.room.dice.some(live, SAMPLES)) {
      const answer = await searchArticles({ ...NO_SEARCH, words: [headline] })
      if (answer.state !== 'found' || !answer.hits.some((hit) => hit.id === id)) faults.push(`${headline} does not find ${id}`)
    }
    return faults
  }
}

async function articlesNow(): Promise<Map<string, Held>> {
  const rows = await db().$queryRaw<Held[]>`
    SELECT "id", "publication"::text, "publishedAt", "publication" = 'live' AND "publishedAt" <= now() AS "listed"
    FROM "Article" ORDER BY "id"`
  return new Map(rows.map((row) => [row.id, row]))
}

async function revisionsNow(): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ key: string; text: string }[]>`
    SELECT r."articleId" || ' ' || r."number" AS "key", md5(to_jsonb(r)::text) AS "text" FROM "Revision" r`
  return new Map(rows.map(({ key, text }) => [key, text]))
}

async function searchEntries(): Promise<Map<string, string>> {
  const rows = await db().$queryRaw<{ id: string; entry: string }[]>`
    SELECT "articleId" || ' ' || "part" AS "id", concat_ws(' ', "listedAt", "terms", "ranks") AS "entry" FROM "SearchEntry"`
  return new Map(rows.map(({ id, entry }) => [id, entry]))
}

/** The marks of all that nobody but the desk may see, less those that stand in something public too. */
async function secretMarks(): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ open: boolean; text: string }[]>`
    WITH live AS (SELECT "id", "liveRevision" FROM "Article" WHERE "publication" = 'live' AND "publishedAt" <= now())
    SELECT l."id" IS NOT NULL AS "open", to_jsonb(r)::text AS "text" FROM "Revision" r
      LEFT JOIN live l ON l."id" = r."articleId" AND l."liveRevision" = r."number"
    UNION ALL SELECT false, "content"::text FROM "Draft"
    UNION ALL SELECT false, "text" FROM "Comment"
    UNION ALL SELECT false, "returnReason" FROM "Article" WHERE "returnReason" IS NOT NULL
    UNION ALL SELECT c."revokedAt" IS NULL AND l."id" IS NOT NULL, c."wrong" || c."right" FROM "Correction" c
      LEFT JOIN live l ON l."id" = c."articleId"
    UNION ALL SELECT w."undoneAt" IS NULL, coalesce(w."notice", '') FROM "Withdrawal" w`
  const [open, closed] = [true, false].map((wanted) =>
    rows.filter((row) => row.open === wanted).flatMap(({ text }) => marksIn(text)),
  )
  const known = new Set(open)
  return new Set(closed?.filter((mark) => !known.has(mark)))
}

function difference(found: readonly string[], wanted: readonly string[]): string {
  const [more, less] = [found.filter((id) => !wanted.includes(id)), wanted.filter((id) => !found.includes(id))]
  return `${more.length ? `also ${more}` : ''} ${less.length ? `not ${less}` : ''} ${found.length - new Set(found).size} twice`
}
