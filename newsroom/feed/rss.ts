import { machineTime } from '@/newsroom/dates'
import { writeXml, xml } from '@/newsroom/xml'
import { mediaContent } from './atom'
import type { Feed, FeedEntry } from './feed'

/** RSS 2.0 with the modules readers know: Dublin Core for names, content:encoded for whole texts, Atom for links and updates. */
export function writeRss(feed: Feed): string {
  const { rss } = feed.urls
  const link = (rel: string, href: string, type?: string) => xml('atom:link', { rel, type, href })
  const paged = rss.next !== null || rss.self !== rss.first
  return writeXml(
    xml(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
        'xml:lang': feed.language,
      },
      xml(
        'channel',
        {},
        xml('title', {}, feed.title),
        xml('link', {}, feed.pageUrl),
        xml('description', {}, feed.description),
        xml('language', {}, feed.language === 'zh-Hans' ? 'zh-cn' : feed.language.toLowerCase()),
        xml('lastBuildDate', {}, rfc822(feed.updatedAt, feed.timeZone)),
        link('self', rss.self, 'application/rss+xml'),
        paged && link('first', rss.first, 'application/rss+xml'),
        rss.next && link('next', rss.next, 'application/rss+xml'),
        feed.hub && link('hub', feed.hub),
        feed.entries.map((entry) => itemOf(entry, feed)),
      ),
    ),
  )
}

function itemOf(entry: FeedEntry, { timeZone }: Feed) {
  const { id, url, title, summary, contentHtml, authors, contributors, categories, original, picture } = entry
  return xml(
    'item',
    {},
    xml('title', {}, title),
    xml('link', {}, url),
    xml('guid', { isPermaLink: 'false' }, id),
    xml('pubDate', {}, rfc822(entry.publishedAt, timeZone)),
    xml('atom:updated', {}, machineTime(entry.updatedAt, timeZone)),
    authors.map(({ name }) => xml('dc:creator', {}, name)),
    contributors.map((name) => xml('dc:contributor', {}, name)),
    categories.map(({ name, scheme }) => xml('category', { domain: scheme }, name)),
    original && xml('dc:source', {}, original.url ?? original.name),
    xml('description', {}, escapedText(summary)),
    contentHtml !== null && xml('content:encoded', {}, contentHtml),
    picture && mediaContent(picture),
  )
}

/** A description is HTML to its readers. */
const escapedText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Tue, 08 Feb 2022 10:34:53 +0800` */
export function rfc822(instant: Date, timeZone: string): string {
  const [, year, month, day, clock, offset] = /^(\d+)-(\d\d)-(\d\d)T([\d:]{8})(.*)$/.exec(machineTime(instant, timeZone)) ?? []
  const weekday = DAYS[new Date(`${year}-${month}-${day}T12:00:00Z`).getUTCDay()]
  const zone = offset === 'Z' ? '+0000' : offset?.replace(':', '')
  return `${weekday}, ${day} ${MONTHS[Number(month) - 1]} ${year} ${clock} ${zone}`
}
