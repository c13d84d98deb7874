import { machineTime } from '@/newsroom/dates'
import { legible } from '@/newsroom/html/html-tree'
import type { Feed, FeedEntry } from './feed'

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function writeJsonFeed(feed: Feed): string {
  const { publisher, urls, hub, entries } = feed
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: urls.json.self,
    description: feed.description,
    ...(urls.json.next && { next_url: urls.json.next }),
    icon: publisher.icon,
    authors: [{ name: publisher.name, url: publisher.url }],
    language: feed.language,
    ...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
    items: entries.map((entry) => itemOf(entry, feed)),
  }
  return JSON.stringify(value, (_, held) => (typeof held === 'string' ? legible(held) : held))
}

function itemOf(entry: FeedEntry, { timeZone, language }: Feed) {
  const { id, url, title, summary, contentHtml, authors, categories, original, picture } = entry
  return {
    id,
    url,
    ...(original?.url && { external_url: original.url }),
    title,
    ...(contentHtml === null ? { content_text: summary } : { content_html: contentHtml }),
    summary,
    ...(picture && { image: picture.url }),
    date_published: machineTime(entry.publishedAt, timeZone),
    date_modified: machineTime(entry.updatedAt, timeZone),
    authors,
    tags: [...new Set(categories.map(({ name }) => name))],
    ...(entry.language !== language && { language: entry.language }),
  }
}
