import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BylineRole } from '@/newsroom/article'
import { EVERYTHING } from '@/newsroom/cache-tags'
import { IMPORTER, SYSTEM } from '@/server/commands/actor'
import { importArticles } from '@/server/commands/import-articles'
import type { ImportFile } from '@/server/commands/import-batch'
import { fileOf } from '@/server/commands/import-fixture'
import { publishDue } from '@/server/commands/publish-due'
import { startImportRun } from '@/server/commands/start-import-run'
import { db } from '@/server/db'
import { countByPeriod } from '@/server/queries/count-by-period'
import { findAddress } from '@/server/queries/find-address'
import { findArticle } from '@/server/queries/find-article'
import { findCategory } from '@/server/queries/find-category'
import { findFrontPage } from '@/server/queries/find-front-page'
import { findRedirect } from '@/server/queries/find-redirect'
import { findSource } from '@/server/queries/find-source'
import { findTag } from '@/server/queries/find-tag'
import { listArticles } from '@/server/queries/list-articles'
import { listCategories } from '@/server/queries/list-categories'
import { listFeed } from '@/server/queries/list-feed'
import { listFullArticles } from '@/server/queries/list-full-articles'
import { findListedName, listListedNames } from '@/server/queries/list-listed-names'
import { listNeighbours } from '@/server/queries/list-neighbours'
import { listNewestIds } from '@/server/queries/list-newest'
import { listPeriod } from '@/server/queries/list-period'
import { listArchiveOfYear, listArticlesOfPart, listNamesOfPart, listSinglePages } from '@/server/queries/list-sitemap-part'
import { listSitemapParts } from '@/server/queries/list-sitemap-parts'
import { withRenderScope } from '@/server/render-scope'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { Dice } from '@/server/test-dice'

// A page that is kept must say what a fresh one would: after any change, what its tags did not drop is compared with a new call.

const STEPS = Number(process.env.KEPT_PAGES_STEPS ?? 28)
const SEED = Number(process.env.KEPT_PAGES_SEED ?? 20220208)

const FILES = ['_posts/a', '_posts/b', '_posts/c', '_posts/d', '_posts/e', '_posts/f', '_posts/g', 'old_post/a', 'old_post/h']
const CODES = [null, null, null, 'NW202202080000000001', 'NW202202080000000002', 'NW202202080000000003']
const CATEGORIES = ['hebianribao', 'shanbianribao', 'Mixed', 'sitenews']
const TAGS = ['渡口', '书店', '春耕', '航线']
const SOURCES = [null, '河边日报', '山边日报']
const TIMES = [
  '2021-12-31T15:59:59Z',
  '2021-12-31T16:00:00Z',
  '2022-02-07T20:00:00Z',
  '2022-02-08T02:34:53Z',
  '2022-02-08T02:34:53Z',
]
const LATER = ['2022-02-09T03:00:00Z', '2022-03-01T00:00:00Z', '2023-06-15T08:00:00Z', '2024-01-01T00:00:00Z']
const OLD = ['/hebianribao/2022/02/08/a.html', '/old/b/', '/old/c']
const PERIODS = ['2021', '2022', '2022-02', '2022-02-08', '2022-01-01', '2024-01']
const FUTURE = '2099-01-01T00:00:00Z'

let database: TestDatabase
let runId: number
beforeAll(async () => {
  database = await createTestDatabase({ SITE_TIMEZONE: 'Asia/Shanghai' })
  runId = await startImportRun(IMPORTER, 'archive')
})
afterAll(async () => await database.drop())

it('what is kept equals what would be rendered anew, whatever an import changes', { timeout: 240_000 }, async () => {
  const dice = new Dice(SEED)
  const random: Random = (values) => values[dice.below(values.length)] as (typeof values)[number]
  const shelf = new Shelf()
  const cursors = new Set<string>()
  for (let step = 1; step <= STEPS; step++) {
    const done = await change(random)
    await shelf.hear()
    const stale = await shelf.compare()
    expect(stale, `seed ${SEED}, step ${step}: ${done}`).toEqual([])
    const ids = (await db().article.findMany({ select: { id: true } })).map(({ id }) => id)
    await shelf.fill(pagesOf(ids, [...cursors].slice(-4), cursors))
  }
})

type Random = <Value>(values: readonly Value[]) => Value
type Pages = Map<string, () => Promise<unknown>>

/** Imports one to three files, new or changed, or publishes what is due; says what it did. */
async function change(random: Random): Promise<string> {
  if (random([1, 2, 3, 4, 5, 6]) === 1) return `published ${await publishDue(SYSTEM)}`
  const files = new Map<string, ImportFile>()
  for (let count = random([1, 1, 2, 3]); count > 0; count--) {
    const file = randomFile(random)
    files.set(file.path, file)
  }
  await importArticles(IMPORTER, { runId, archive: 'archive', files: [...files.values()] })
  return JSON.stringify(
    [...files.values()].map(({ path, post, holderGone }) => [
      path,
      post?.externalId,
      post?.publication,
      post?.publishedAt,
      holderGone,
    ]),
  )
}

function randomFile(random: Random): ImportFile {
  const path = `${random(FILES)}.md`
  const some = (values: readonly string[]) => [...new Set(Array.from({ length: random([0, 1, 2, 3]) }, () => random(values)))]
  const state = random(['live', 'live', 'live', 'live', 'unpublished', 'scheduled', 'due'] as const)
  const names = some(CATEGORIES)
  const role: BylineRole = 'reporter'
  return fileOf(
    {
      path,
      externalId: random(CODES),
      headline: `${random(['渡船', '新桥', '老街'])}${random(['开通', '重修'])}`,
      standfirst: random([null, '提要一句。']),
      publication: state === 'due' ? 'scheduled' : state,
      publishedAt: new Date(state === 'scheduled' ? FUTURE : random([...TIMES, ...LATER])),
      bodyHtml: `<p>见 <a href="${random(OLD)}">旧文</a> 与 <a href="/html_News/NewsShare.html?infoCode=${random(CODES) ?? 'NW0'}">另文</a>，<a href="/Mixed/">栏目</a>。</p>`,
      categories: names.map((archiveName) => ({
        archiveName,
        name: random([archiveName, archiveName, `${archiveName}（新名）`]),
      })),
      tags: some(TAGS),
      source: random(SOURCES),
      bylines: random([[], [{ name: '林一', role }]]),
      oldAddresses: some(OLD),
    },
    random([false, false, false, true]),
  )
}

/** What readers may ask for: every list with the cursors its pages led to, every article, every old address. */
function pagesOf(ids: string[], cursors: string[], seen: Set<string>): Pages {
  const pages: Pages = new Map()
  const follow = async (list: Promise<{ older: string | null; newer: string | null }>) => {
    const found = await list
    if (found.older) seen.add(`before=${found.older}`)
    if (found.newer) seen.add(`after=${found.newer}`)
    return found
  }
  const pagesFrom = ['', ...cursors]
  pages.set('front', findFrontPage)
  pages.set('register', listCategories)
  pages.set('newest', listNewestIds)
  pages.set('feed', () => listFeed('site'))
  pages.set('sitemap', listSitemapParts)
  pages.set('sitemap pages', listSinglePages)
  for (const kind of ['category', 'tag', 'source'] as const) pages.set(`sitemap ${kind}`, () => listNamesOfPart(kind, 1))
  for (const period of ['2021-12', '2022-01', '2022-02', '2022-02-08', '2024-01'])
    pages.set(`sitemap ${period}`, () => listArticlesOfPart(period, 1))
  for (const year of ['2021', '2022', '2024']) pages.set(`sitemap archive ${year}`, () => listArchiveOfYear(year))
  for (const period of ['', '2022', '2022-02']) pages.set(`counts ${period}`, () => countByPeriod(period))
  for (const cursor of pagesFrom) {
    const [name = '', value = ''] = cursor.split('=')
    const page = { ...(name && { [name]: value }), size: 2 }
    pages.set(`site ${cursor}`, () => follow(listArticles('site', page)))
    for (const period of PERIODS) pages.set(`period ${period} ${cursor}`, () => follow(listPeriod(period, page)))
    for (const slug of CATEGORIES) {
      pages.set(`category ${slug} ${cursor}`, async () => {
        const place = await findCategory(slug)
        return [place, place && (await follow(listArticles(`category:${place.id}`, page)))]
      })
    }
    for (const slug of ['dukou', 'shudian', 'chungeng']) {
      pages.set(`tag ${slug} ${cursor}`, async () => {
        const place = await findTag(slug)
        return [place, place && (await follow(listArticles(`tag:${place.id}`, page)))]
      })
    }
    for (const slug of ['hebianribao', 'shanbianribao']) {
      pages.set(`source ${slug} ${cursor}`, async () => {
        const place = await findSource(slug)
        return [place, place && (await follow(listArticles(`source:${place.id}`, page)))]
      })
    }
  }
  tellApi(pages, cursors.slice(-2))
  for (const id of [...ids, '0000000000']) {
    pages.set(`article ${id}`, () => findArticle(id))
    pages.set(`neighbours ${id}`, () => listNeighbours(id))
    pages.set(`short ${id}`, () => findAddress(id))
  }
  for (const path of [...OLD, '/Mixed/', '/category/mixed.html', '/sitenews', '/nowhere']) {
    pages.set(`old ${path}`, () => findRedirect(path, null))
  }
  for (const code of CODES) if (code) pages.set(`share ${code}`, () => findRedirect('/html_News/NewsShare.html', code))
  return pages
}

/** What machines may ask for: by every label, and by two at once; between days; with bodies. */
function tellApi(pages: Pages, cursors: string[]): void {
  const SLUGS = { category: ['hebianribao', 'mixed', 'Mixed'], tag: ['dukou', 'shudian'], source: ['hebianribao'] } as const
  for (const cursor of [undefined, ...cursors.flatMap((each) => /^before=(.*)/.exec(each)?.[1] ?? [])]) {
    const page = { size: 2, cursor, withBody: true }
    const [from, before] = [new Date('2022-02-08T00:00:00Z'), new Date('2023-01-01T00:00:00Z')]
    pages.set(`api ${cursor}`, () => listFullArticles(page))
    pages.set(`api between ${cursor}`, () => listFullArticles({ ...page, from, before }))
    pages.set(`api before ${cursor}`, () => listFullArticles({ ...page, before }))
    pages.set(`api reprints ${cursor}`, () => listFullArticles({ ...page, type: 'reprint' }))
    for (const slug of SLUGS.category) {
      pages.set(`api ${slug} ${cursor}`, async () => {
        const category = await findListedName('category', slug)
        const tag = await findListedName('tag', 'dukou')
        if (!category) return null
        const both = tag && (await listFullArticles({ ...page, categoryId: category.id, tagId: tag.id }))
        return [category, tag, both, await listFullArticles({ ...page, categoryId: category.id })]
      })
    }
    for (const slug of SLUGS.source) {
      pages.set(`api source ${slug} ${cursor}`, async () => {
        const source = await findListedName('source', slug)
        return source && [source, await listFullArticles({ ...page, sourceId: source.id, from })]
      })
    }
  }
  for (const kind of ['category', 'tag', 'source'] as const) {
    for (const after of [null, 'hebianribao']) pages.set(`api ${kind} ${after}`, () => listListedNames(kind, { after, size: 2 }))
  }
}

/** The page server in small: keeps results with their tags, drops what the bus names. */
class Shelf {
  readonly #kept = new Map<string, { call: () => Promise<unknown>; told: string; tags: Set<string> }>()
  #heard = 0n

  async hear(): Promise<void> {
    const events = await db().busEvent.findMany({ where: { id: { gt: this.#heard } }, orderBy: { id: 'asc' } })
    this.#heard = events.at(-1)?.id ?? this.#heard
    const dropped = new Set(events.flatMap(({ tags }) => tags))
    for (const [key, { tags }] of this.#kept) {
      if (dropped.has(EVERYTHING) || [...tags].some((tag) => dropped.has(tag))) this.#kept.delete(key)
    }
  }

  /** Those that are kept and no longer true. */
  async compare(): Promise<string[]> {
    const stale: string[] = []
    for (const [key, { call, told, tags }] of this.#kept) {
      const fresh = JSON.stringify(await call())
      if (fresh !== told) stale.push(`${key}\n  kept  ${told}\n  fresh ${fresh}\n  tags  ${[...tags].join(' ')}`)
    }
    return stale
  }

  async fill(pages: Pages): Promise<void> {
    const missing = [...pages].filter(([key]) => !this.#kept.has(key))
    for (const [key, call] of missing) {
      const { result, scope } = await withRenderScope(() => call())
      this.#kept.set(key, { call, told: JSON.stringify(result), tags: scope.tags })
    }
  }
}
