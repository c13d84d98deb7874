import { articlePath, categoryPath, dayPath, sourcePath, tagPath } from '@/newsroom/addresses'
import { calendarDay } from '@/newsroom/calendar'
import { config } from '@/server/config'
import { db } from '@/server/db'

const SINGLE = [
  ...['/', '/?view=elder', '/lite', '/popular', '/popular?view=elder', '/corrections', '/category', '/no-such-page', '/ads.txt'],
  ...[
    '/feed.xml',
    '/rss.xml',
    '/feed.json',
    '/latest.json',
    '/robots.txt',
    '/manifest.webmanifest',
    '/sitemap.xml',
    '/news-sitemap.xml',
  ],
  ...['pages', 'category-1', 'tag-1', 'source-1'].map((part) => `/sitemap/${part}.xml`),
  ...['articles', 'articles?limit=3', 'articles?type=original', 'articles?fields=id,headline&from=2022-02-08&to=2022-02-10'].map(
    api,
  ),
  ...['categories', 'tags', 'sources', 'tags?limit=2', 'corrections', 'openapi.json'].map(api),
]

function api(rest: string): string {
  return `/api/v1/${rest}`
}

/** Every address there is, has been since this began, or may come to be something; of each kind of page and answer. */
export class ReaderAddresses {
  readonly #known = new Set<string>(SINGLE)

  /** Beside what the database has now, all that it had before. */
  async now(): Promise<string[]> {
    const { SITE_TIMEZONE: timeZone } = config()
    const articles = await db().article.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, publishedAt: true, externalId: true },
    })
    for (const { id, publishedAt } of articles) {
      this.#add(`/s/${id}`, api(`articles/${id}`))
      if (!publishedAt) continue
      const day = calendarDay(publishedAt, timeZone)
      const path = articlePath({ id, publishedAt }, timeZone)
      this.#add(path, `/qr/${id}.svg`, ...[4, 7, 10].map((length) => dayPath(day.slice(0, length))))
      this.#add(`/sitemap/${day.slice(0, 7)}.xml`, `/sitemap/archive-${day.slice(0, 4)}.xml`)
      if (id < '5') this.#add(`${path}?view=elder`, `/lite${path}`, `/card/${id}.png`, `/poster/${id}.png`)
    }
    const [categories, tags, sources] = await Promise.all([db().category.findMany(), db().tag.findMany(), db().source.findMany()])
    for (const { slug, archiveName } of categories) {
      this.#addPlace(categoryPath(slug), 'category', slug)
      if (archiveName) this.#add(`/category/${encodeURIComponent(archiveName)}.html`, `/${encodeURIComponent(archiveName)}/`)
    }
    for (const { slug } of tags) this.#addPlace(tagPath(slug), 'tag', slug)
    for (const { slug } of sources) this.#addPlace(sourcePath(slug), 'source', slug)
    for (const { path } of await db().redirect.findMany()) this.#add(encodeURI(path))
    return [...this.#known].sort()
  }

  /** The further pages a page leads to. */
  follow(html: string): void {
    for (const [, link = ''] of html.matchAll(/href="(\/[^"]*[?&;](?:before|after)=[^"]*)"/g))
      this.#add(link.replaceAll('&amp;', '&'))
  }

  #addPlace(path: string, kind: 'category' | 'tag' | 'source', slug: string): void {
    const encoded = encodeURIComponent(slug)
    const names = { category: 'categories', tag: 'tags', source: 'sources' }[kind]
    this.#add(
      path,
      `${path}/feed.json`,
      `${path}/feed.xml`,
      api(`${names}/${encoded}`),
      api(`articles?${kind}=${encoded}&limit=4`),
    )
  }

  #add(...addresses: string[]): void {
    for (const address of addresses) this.#known.add(address)
  }
}
