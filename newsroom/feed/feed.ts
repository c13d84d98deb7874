import { articlePath, categoryPath, tagPath } from '@/newsroom/addresses'
import type { Article, Byline } from '@/newsroom/article'
import { lastChange } from '@/newsroom/last-change'
import type { Site } from '@/newsroom/site'
import { languageTag, pageTitle } from '@/newsroom/texts'
import { correctionNote, feedBody } from './feed-body'
import { entryId } from './feed-id'

export type FeedFormat = 'atom' | 'rss' | 'json'
export type FeedText = 'full' | 'summary'

/** An article, and the id the old feed gave it. */
export interface FedArticle extends Article {
  feedId: string | null
}

/** What a feed is of: the whole site, or one category, tag or source. */
export interface FeedOf {
  /** null: the site */
  name: string | null
  description: string
  /** of the page it follows, site-relative */
  path: string
}

export interface FeedOptions {
  text: FeedText
  /** WebSub; only the newest page names it, since that is what the hub is told of */
  hub: string | undefined
  /** cursor of this page, null for the newest */
  before: string | null
  /** cursor of the next */
  older: string | null
}

/** A feed before it is written in one of its formats; all addresses are absolute. */
export interface Feed {
  /** the same on every page of it */
  id: string
  title: string
  description: string
  language: string
  timeZone: string
  publisher: { name: string; url: string; icon: string }
  pageUrl: string
  /** of each format: the newest page, this one, the next */
  urls: Record<FeedFormat, { first: string; self: string; next: string | null }>
  hub: string | null
  updatedAt: Date
  entries: FeedEntry[]
}

export interface FeedEntry {
  /** never changes, whatever of the article does */
  id: string
  url: string
  title: string
  language: string
  summary: string
  /** null: the feed gives summaries */
  contentHtml: string | null
  publishedAt: Date
  updatedAt: Date
  authors: { name: string; url?: string }[]
  contributors: string[]
  categories: { name: string; scheme: string }[]
  /** where it was published first */
  original: { name: string | null; url: string | null } | null
  picture: FeedPicture | null
}

export interface FeedPicture {
  url: string
  type: string
  width: number
  height: number
  alt: string
  credit: string | null
}

const FILES: Record<FeedFormat, string> = { atom: 'feed.xml', rss: 'rss.xml', json: 'feed.json' }

/** `/category/yaowen` → `/category/yaowen/feed.xml` */
export const feedPath = (path: string, format: FeedFormat): string => `${path.replace(/\/$/, '')}/${FILES[format]}`

export function toFeed(of: FeedOf, articles: readonly FedArticle[], site: Site, options: FeedOptions): Feed {
  const { before, older } = options
  const hub = before === null ? (options.hub ?? null) : null
  const urls = (format: FeedFormat) => {
    const first = site.url + feedPath(of.path, format)
    const page = (cursor: string | null) => cursor && `${first}?before=${cursor}`
    return { first, self: page(before) ?? first, next: page(older) }
  }
  return {
    id: site.url + feedPath(of.path, 'atom'),
    title: pageTitle([of.name, site.name], site.locale),
    description: of.description,
    language: languageTag(site.locale),
    timeZone: site.timeZone,
    publisher: { name: site.name, url: `${site.url}/`, icon: `${site.url}/icon-512.png` },
    pageUrl: site.url + of.path,
    urls: { atom: urls('atom'), rss: urls('rss'), json: urls('json') },
    hub,
    updatedAt: new Date(Math.max(0, ...articles.map((article) => lastChange(article).getTime()))),
    entries: articles.map((article) => entryOf(article, site, options.text)),
  }
}

function entryOf(article: FedArticle, site: Site, text: FeedText): FeedEntry {
  const { headline, categories, tags, source, sourceUrl, type } = article
  const url = site.url + articlePath(article, site.timeZone)
  return {
    id: article.feedId ?? entryId(article.id),
    url,
    title: headline,
    language: languageTag(article.language),
    summary: summaryOf(article, site),
    contentHtml: text === 'full' ? feedBody(article, site) : null,
    publishedAt: article.publishedAt,
    updatedAt: lastChange(article),
    authors: authorsOf(article, site),
    contributors: unique(article.bylines.filter((byline) => !writes(byline)).map(({ name }) => name)),
    categories: [
      ...categories.map(({ name }) => ({ name, scheme: site.url + categoryPath('') })),
      ...tags.map(({ name }) => ({ name, scheme: site.url + tagPath('') })),
    ],
    original: type === 'original' || !(source || sourceUrl) ? null : { name: source?.name ?? null, url: sourceUrl },
    picture: pictureOf(article, site),
  }
}

/** A correction is told with the summary, too: for some readers it is all there is. */
function summaryOf({ description, corrections }: Article, site: Site): string {
  return [description, ...corrections.map((correction) => correctionNote(correction, site))].join(' ')
}

const writes = ({ role }: Byline) => role === 'reporter' || role === 'correspondent' || role === 'author'
const unique = (names: string[]) => [...new Set(names)]

/** Those who wrote it, else the outlet it came from, else this newspaper. */
function authorsOf({ bylines, source }: Article, site: Site): FeedEntry['authors'] {
  const people = unique(bylines.filter(writes).map(({ name }) => name))
  if (people.length > 0) return people.map((name) => ({ name }))
  return [source ? { name: source.name, ...(source.url && { url: source.url }) } : { name: site.name, url: `${site.url}/` }]
}

const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
}

function pictureOf({ picture }: Article, site: Site): FeedPicture | null {
  const [widest] = picture?.renditions ?? []
  const type = TYPES[widest?.src.split('.').at(-1) ?? '']
  if (!picture || !widest || !type) return null
  const { width, height } = widest
  return { url: site.url + widest.src, type, width, height, alt: picture.alt, credit: picture.credit }
}
