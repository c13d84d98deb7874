import { calendarDay, nextPeriod, startOfPeriod } from '@/newsroom/calendar'
import { writeCursor } from '@/newsroom/cursor'
import { config } from '@/server/config'
import { db } from '@/server/db'
import { countByPeriod } from '@/server/queries/count-by-period'
import { findAddress } from '@/server/queries/find-address'
import { findArticle } from '@/server/queries/find-article'
import { findCategory } from '@/server/queries/find-category'
import { findFrontPage } from '@/server/queries/find-front-page'
import { findRedirect, wasAddress } from '@/server/queries/find-redirect'
import { findRootFile } from '@/server/queries/find-root-file'
import { findSiteSetting } from '@/server/queries/find-site-setting'
import { findSource } from '@/server/queries/find-source'
import { findTag } from '@/server/queries/find-tag'
import { listArticles } from '@/server/queries/list-articles'
import { listCategories } from '@/server/queries/list-categories'
import { listCorrections } from '@/server/queries/list-corrections'
import { listFeed } from '@/server/queries/list-feed'
import { listFullArticles } from '@/server/queries/list-full-articles'
import { findListedName, listListedNames } from '@/server/queries/list-listed-names'
import { listNeighbours } from '@/server/queries/list-neighbours'
import { listNewestIds } from '@/server/queries/list-newest'
import { countNewsPieces, listNews } from '@/server/queries/list-news'
import { listPeriod } from '@/server/queries/list-period'
import { listPopular } from '@/server/queries/list-popular'
import { listArchiveOfYear, listArticlesOfPart, listNamesOfPart, listSinglePages } from '@/server/queries/list-sitemap-part'
import { listSitemapParts } from '@/server/queries/list-sitemap-parts'

/** What an address is made of: asks as its page does. */
export type Answer = () => Promise<unknown>
type Kind = 'category' | 'tag' | 'source'

const FIND = { category: findCategory, tag: findTag, source: findSource }
/** Of fewer than a page of the site has, so that a few articles fill some. */
const PAGE = 4
const KINDS: Kind[] = ['category', 'tag', 'source']

const missing = async (path: string): Promise<unknown> =>
  (await findRootFile(path)) ??
  (await findRedirect(path, null)) ??
  ((await wasAddress(path)) || null) ??
  (await listNewestIds()).slice(0, 8)

const article =
  (id: string): Answer =>
  async () => {
    const found = await findArticle(id)
    if (!found) return await missing(`/2022/02/08/${id}`)
    return found.state === 'live' ? [found, await listNeighbours(id)] : found
  }

const place =
  (kind: Kind, slug: string, before?: string): Answer =>
  async () => {
    const found = await FIND[kind](slug)
    if (!found) return await missing(`/${kind}/${slug}`)
    return [found, await listArticles(`${kind}:${found.id}`, { size: PAGE, folded: kind !== 'source', before })]
  }

const feed =
  (kind: Kind, slug: string): Answer =>
  async () => {
    const found = await FIND[kind](slug)
    return found ? [found.name, found.slug, await listFeed(`${kind}:${found.id}`)] : await findRedirect(`/${kind}/${slug}`, null)
  }

const apiList =
  (kind: Kind, slug: string): Answer =>
  async () => {
    const found = await findListedName(kind, slug)
    return found && (await listFullArticles({ [`${kind}Id`]: found.id, size: 4, withBody: false }))
  }

const period =
  (asked: string): Answer =>
  async () => {
    const counts = await countByPeriod(asked.slice(0, 7))
    if (counts.length === 0) return await missing(`/${asked.replaceAll('-', '/')}`)
    const { SITE_TIMEZONE } = config()
    const edge = (at: string) => writeCursor({ at: startOfPeriod(at, SITE_TIMEZONE), id: '00000000' })
    return [
      counts,
      await listPeriod(asked, { size: PAGE }),
      await listArticles('site', { before: edge(asked), size: 1 }),
      await listArticles('site', { after: edge(nextPeriod(asked)), size: 1 }),
    ]
  }

const SINGLE: Record<string, Answer> = {
  '/': findFrontPage,
  '/popular': () => listPopular(20),
  '/corrections': () => listCorrections(),
  '/category': listCategories,
  '/no-such-page': () => missing('/no-such-page'),
  '/ads.txt': () => missing('/ads.txt'),
  '/feed.xml': () => listFeed('site'),
  '/latest.json': listNewestIds,
  '/robots.txt': () => findSiteSetting('crawling'),
  '/sitemap.xml': listSitemapParts,
  '/news-sitemap.xml': async () => [await countNewsPieces(), await listNews(1)],
  '/sitemap/pages.xml': listSinglePages,
  '/api/v1/articles': () => listFullArticles({ size: 20, withBody: true }),
  '/api/v1/articles?type=original': () => listFullArticles({ size: 20, type: 'original', withBody: false }),
  ...Object.fromEntries(KINDS.map((kind) => [`/sitemap/${kind}-1.xml`, () => listNamesOfPart(kind, 1)])),
  ...Object.fromEntries(KINDS.map((kind) => [`/api/v1/${kind}`, () => listListedNames(kind, { after: null, size: 100 })])),
}

/** Every address there is, or has been since this began, each with what it answers. */
export class ReaderAnswers {
  readonly known = new Map<string, Answer>(Object.entries(SINGLE))

  async update(): Promise<void> {
    const articles = await db().article.findMany({ select: { id: true, publishedAt: true, externalId: true } })
    for (const { id, publishedAt, externalId } of articles) {
      this.#add(`article ${id}`, article(id))
      this.#add(`/api/v1/articles/${id}`, () => findArticle(id))
      this.#add(`/s/${id}`, () => findAddress(id))
      if (externalId) this.#add(`share ${externalId}`, () => findRedirect('/html_News/NewsShare.html', externalId))
      if (!publishedAt) continue
      const day = calendarDay(publishedAt, config().SITE_TIMEZONE)
      for (const length of [4, 7, 10]) this.#add(`/${day.slice(0, length)}`, period(day.slice(0, length)))
      this.#add(`/sitemap/${day.slice(0, 7)}.xml`, () => listArticlesOfPart(day.slice(0, 7), 1))
      this.#add(`/sitemap/archive-${day.slice(0, 4)}.xml`, () => listArchiveOfYear(day.slice(0, 4)))
    }
    const [category, tag, source] = await Promise.all([db().category.findMany(), db().tag.findMany(), db().source.findMany()])
    for (const [kind, rows] of Object.entries({ category, tag, source }) as [Kind, { id: number; slug: string }[]][]) {
      for (const { id, slug } of rows) {
        this.#add(`/${kind}/${slug}`, place(kind, slug))
        this.#add(`/${kind}/${slug}/feed.xml`, feed(kind, slug))
        this.#add(`/api/v1/${kind}/${slug}`, () => findListedName(kind, slug))
        this.#add(`/api/v1/articles?${kind}=${slug}`, apiList(kind, slug))
        const { older } = await listArticles(`${kind}:${id}`, { size: PAGE, folded: kind !== 'source' })
        if (older) this.#add(`/${kind}/${slug}?before=${older}`, place(kind, slug, older))
      }
    }
    for (const { archiveName } of category)
      if (archiveName)
        for (const path of [`/category/${archiveName}.html`, `/${archiveName}/`]) this.#add(path, () => missing(path))
    for (const { path } of await db().redirect.findMany()) this.#add(`old ${path}`, () => missing(path))
    const { older } = await listFeed('site')
    if (older) this.#add(`/feed.xml?before=${older}`, () => listFeed('site', older))
  }

  #add(address: string, answer: Answer): void {
    if (!this.known.has(address)) this.known.set(address, answer)
  }
}
