import { machineTime } from '@/newsroom/dates'
import { writeXml, xml } from '@/newsroom/xml'
import type { Feed, FeedEntry } from './feed'

/** Atom (RFC 4287), its pages linked as RFC 5005 §3 has it. */
export function writeAtom(feed: Feed): string {
  const { atom } = feed.urls
  const link = (rel: string, href: string, type?: string) => xml('link', { rel, type, href })
  const paged = atom.next !== null || atom.self !== atom.first
  return writeXml(
    xml(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
        'xml:lang': feed.language,
      },
      xml('id', {}, feed.id),
      xml('title', {}, feed.title),
      xml('subtitle', {}, feed.description),
      xml('updated', {}, machineTime(feed.updatedAt, feed.timeZone)),
      xml('author', {}, xml('name', {}, feed.publisher.name), xml('uri', {}, feed.publisher.url)),
      xml('icon', {}, feed.publisher.icon),
      link('alternate', feed.pageUrl, 'text/html'),
      link('self', atom.self, 'application/atom+xml'),
      paged && link('first', atom.first, 'application/atom+xml'),
      atom.next && link('next', atom.next, 'application/atom+xml'),
      feed.hub && link('hub', feed.hub),
      feed.entries.map((entry) => entryOf(entry, feed)),
    ),
  )
}

function entryOf(entry: FeedEntry, { timeZone, language }: Feed) {
  const { id, url, title, summary, contentHtml, authors, contributors, categories, original, picture } = entry
  return xml(
    'entry',
    { 'xml:lang': entry.language === language ? null : entry.language },
    xml('id', {}, id),
    xml('title', {}, title),
    xml('link', { rel: 'alternate', type: 'text/html', href: url }),
    original?.url && xml('link', { rel: 'via', href: original.url }),
    picture && xml('link', { rel: 'enclosure', type: picture.type, href: picture.url }),
    xml('published', {}, machineTime(entry.publishedAt, timeZone)),
    xml('updated', {}, machineTime(entry.updatedAt, timeZone)),
    authors.map((author) => xml('author', {}, xml('name', {}, author.name), author.url && xml('uri', {}, author.url))),
    contributors.map((name) => xml('contributor', {}, xml('name', {}, name))),
    categories.map(({ name, scheme }) => xml('category', { term: name, scheme })),
    xml('summary', {}, summary),
    contentHtml !== null && xml('content', { type: 'html' }, contentHtml),
    picture && mediaContent(picture),
  )
}

/** Media RSS, as feed readers take it in Atom and RSS alike. */
export function mediaContent({ url, type, width, height, alt, credit }: NonNullable<FeedEntry['picture']>) {
  return xml(
    'media:content',
    { url, type, medium: 'image', width, height },
    alt && xml('media:description', { type: 'plain' }, alt),
    credit && xml('media:credit', {}, credit),
  )
}
