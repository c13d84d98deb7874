import type { Metadata } from 'next'
import { withCursor } from '@/components/site/pager'
import { articlePath } from '@/newsroom/addresses'
import type { Article, ArticleList } from '@/newsroom/article'
import { calendarDay } from '@/newsroom/calendar'
import { shareCard } from '@/newsroom/card'
import { dateOf, machineTime } from '@/newsroom/dates'
import { type FeedFormat, feedPath } from '@/newsroom/feed/feed'
import { lastChange } from '@/newsroom/last-change'
import type { Site } from '@/newsroom/site'
import { pageTitle, texts } from '@/newsroom/texts'
import { currentSite } from './site'

interface Page {
  title: string
  description: string
  /** the canonical address, its cursor included */
  path: string
  /** the site, category, tag or source whose feeds it offers */
  feedsOf?: { name: string; path: string }
}

function feedLinks(path: string, name: string) {
  const { name: siteName, locale } = currentSite()
  const title = name === siteName ? name : pageTitle([name, siteName], locale)
  const link = (format: FeedFormat) => [{ url: feedPath(path, format), title }]
  return {
    'application/atom+xml': link('atom'),
    'application/rss+xml': link('rss'),
    'application/feed+json': link('json'),
  }
}

/** The paper's mark: what a list shows when its link is passed on. */
const MARK = { url: '/icon-512.png', width: 512, height: 512, type: 'image/png' }

/** What every page that is passed on says of itself. */
const told = ({ name, locale }: Site, path: string) => ({ siteName: name, locale: locale.replace('-', '_'), url: path })

export function pageMetadata({ title, description, path, feedsOf }: Page): Metadata {
  const site = currentSite()
  const images = [{ ...MARK, alt: site.name }]
  return {
    title: pageTitle([title, site.name], site.locale),
    description,
    alternates: { canonical: path, ...(feedsOf && { types: feedLinks(feedsOf.path, feedsOf.name) }) },
    openGraph: { type: 'website', ...told(site, path), title, description, images },
    twitter: { card: 'summary', title, description, images },
  }
}

/** A page of a list: its own canonical, its neighbours, and a title that tells it from the first page. */
export function listMetadata(page: Page, list: ArticleList, cursor: { before?: string; after?: string }): Metadata {
  const site = currentSite()
  const [first] = list.items
  const title =
    list.newer && first ? texts(site.locale)('list.page', { name: page.title, day: dateOf(first.publishedAt, site) }) : page.title
  return {
    ...pageMetadata({ ...page, title, path: canonical(page.path, cursor) }),
    pagination: {
      previous: list.newer && withCursor(page.path, 'after', list.newer),
      next: list.older && withCursor(page.path, 'before', list.older),
    },
  }
}

function canonical(path: string, { before, after }: { before?: string; after?: string }): string {
  if (before) return withCursor(path, 'before', before)
  return after ? withCursor(path, 'after', after) : path
}

export function articleMetadata(article: Article): Metadata {
  const site = currentSite()
  const path = articlePath(article, site.timeZone)
  const { headline, searchTitle, description, category, picture } = article
  const title = searchTitle ?? headline
  const { path: url, width, height, type } = shareCard(article)
  const images = [{ url, width, height, type, alt: (type === 'image/jpeg' && picture?.alt) || headline }]
  return {
    title: pageTitle([title, category?.name, site.name], site.locale),
    description,
    keywords: article.tags.map(({ name }) => name),
    authors: article.bylines.filter(({ role }) => role !== 'editor' && role !== 'proofreader').map(({ name }) => ({ name })),
    alternates: { canonical: path },
    openGraph: {
      type: 'article',
      ...told(site, path),
      title,
      description,
      images,
      publishedTime: machineTime(article.publishedAt, site.timeZone),
      modifiedTime: machineTime(lastChange(article), site.timeZone),
      section: category?.name,
      tags: article.tags.map(({ name }) => name),
      authors: article.bylines.map(({ name }) => name),
    },
    twitter: { card: 'summary_large_image', title, description, images },
    // What Chinese search engines read beside the rest.
    other: {
      publishdate: calendarDay(article.publishedAt, site.timeZone),
      ...(article.source && { source: article.source.name }),
    },
  }
}

/** A page nobody should find by searching: not there, withdrawn, or a search itself. */
export function unlistedMetadata(title: string): Metadata {
  const site = currentSite()
  return { title: pageTitle([title, site.name], site.locale), robots: { index: false, follow: true } }
}
