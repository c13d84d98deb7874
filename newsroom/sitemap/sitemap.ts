import { machineTime } from '@/newsroom/dates'
import type { Site } from '@/newsroom/site'
import { writeXml, xml } from '@/newsroom/xml'

/** sitemaps.org 0.9; paths are site-relative. */
export interface MapEntry {
  path: string
  /** null where nobody could say it truly */
  changedAt: Date | null
  /** address of its first picture */
  image?: string | null
}

export interface NewsEntry extends MapEntry {
  headline: string
  publishedAt: Date
  /** BCP 47 */
  language: string
}

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const IMAGES = 'http://www.google.com/schemas/sitemap-image/1.1'
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9'

export function writeSitemapIndex(parts: readonly MapEntry[], site: Site): string {
  const entries = parts.map((part) => xml('sitemap', {}, placeOf(part, site)))
  return writeXml(xml('sitemapindex', { xmlns: SITEMAPS }, entries))
}

export function writeSitemap(entries: readonly MapEntry[], site: Site): string {
  const urls = entries.map((entry) => xml('url', {}, placeOf(entry, site), imageOf(entry, site)))
  return writeXml(xml('urlset', { xmlns: SITEMAPS, 'xmlns:image': IMAGES }, urls))
}

/** Google's news sitemap: what was published in the last two days. */
export function writeNewsSitemap(entries: readonly NewsEntry[], site: Site): string {
  const urls = entries.map((entry) =>
    xml(
      'url',
      {},
      placeOf(entry, site),
      xml(
        'news:news',
        {},
        xml('news:publication', {}, xml('news:name', {}, site.name), xml('news:language', {}, newsLanguage(entry.language))),
        xml('news:publication_date', {}, machineTime(entry.publishedAt, site.timeZone)),
        xml('news:title', {}, entry.headline),
      ),
      imageOf(entry, site),
    ),
  )
  return writeXml(xml('urlset', { xmlns: SITEMAPS, 'xmlns:news': NEWS, 'xmlns:image': IMAGES }, urls))
}

const placeOf = ({ path, changedAt }: MapEntry, { url, timeZone }: Site) => [
  xml('loc', {}, url + path),
  changedAt && xml('lastmod', {}, machineTime(changedAt, timeZone)),
]

const imageOf = ({ image }: MapEntry, { url }: Site) => image && xml('image:image', {}, xml('image:loc', {}, url + image))

/** ISO 639, but for Chinese, which Google wants with its script: `zh-cn` or `zh-tw`. */
export function newsLanguage(language: string): string {
  if (!/^zh\b/i.test(language)) return language.slice(0, 2).toLowerCase()
  return /^zh-(hant|tw|hk|mo)/i.test(language) ? 'zh-tw' : 'zh-cn'
}
