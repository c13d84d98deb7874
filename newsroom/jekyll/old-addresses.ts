import { hasControl } from '@/newsroom/read-params'
import type { JekyllFile } from './jekyll-file'
import { decodePath, normalPath, type PermalinkParts, permalinkOf } from './jekyll-permalink'
import type { JekyllSite } from './jekyll-site'
import { type WallClock, wallClock } from './wall-clock'

/** What the old addresses of a post follow from. */
export interface OldPlace {
  file: JekyllFile
  categories: string[]
  /** what the site's wall showed: Jekyll's reading first, then others the post may have been shown under */
  readings: WallClock[]
  /** front matter's own */
  permalink: string | null
  slug: string | null
  redirectFrom: string[]
  /** front matter was broken: the old site showed the post without title and categories, on the day it was built */
  broken: boolean
}

export interface OldAddresses {
  /** decoded paths with a leading slash */
  addresses: string[]
  feedId: string | null
}

const MOST_REDIRECTS = 100
const LONGEST = 1000

/** Every address the old site gave a post, Jekyll's own first, and the id its feed gave. A post without a dated name had none. */
export function oldAddresses(place: OldPlace, site: JekyllSite): OldAddresses {
  const shown = place.file.place !== 'drafts' && place.file.date !== null
  const urls = shown ? place.readings.flatMap((wall) => urlsOf(place, wall, site)) : []
  const extension = outputExtension(place)
  const served = [...urls, ...place.redirectFrom.slice(0, MOST_REDIRECTS).flatMap((from) => redirectPath(from, site) ?? [])]
  const addresses = served
    .flatMap((url) => variants(url, extension))
    .map((url) => decodePath(site.baseurl + url))
    .filter((path) => path.length <= LONGEST && !hasControl(path) && path !== '/' && path !== '/index.html')
  return { addresses: [...new Set(addresses)], feedId: urls[0] && site.url ? feedId(urls[0], place, site) : null }
}

/** The clocks a post may have been shown under: a time without a zone is UTC to Jekyll, but was it meant so? */
export function readingsOf(at: Date, zone: 'written' | 'utc' | 'site', site: JekyllSite): WallClock[] {
  const readings = [wallClock(at, site.timeZone)]
  // an archive without a zone of its own was built by the clock of a machine: GitHub's is UTC
  if (zone === 'utc' || (zone === 'written' && !site.timeZoneKnown)) readings.push(wallClock(at, 'UTC'))
  return readings
}

function urlsOf(place: OldPlace, wall: WallClock, site: JekyllSite): string[] {
  const { file } = place
  const parts: PermalinkParts = {
    categories: place.categories,
    wall,
    slug: place.slug ?? file.slug,
    baseName: file.baseName,
    path: file.postPath
      .slice(0, -file.extension.length || undefined)
      .replace('_posts', '')
      .replace(/(?<!\.)\.+$/, ''),
    outputExtension: outputExtension(place),
  }
  const url = permalinkOf(place.permalink ?? site.permalink, parts)
  const untitled = place.broken ? permalinkOf(site.permalink, { ...parts, categories: file.folders, slug: file.baseName }) : null
  return [url, untitled].filter((each) => each !== null)
}

function outputExtension({ permalink, file }: OldPlace): string {
  const own = permalink !== null && /[^/.](\.[^/.:]+)$/.exec(permalink)?.[1]
  return own || (file.format === 'html' ? file.extension : '.html')
}

/** The addresses one file answers at: GitHub Pages serves `/x` for `/x.html`, and `/x/` for `/x/index.html`. */
function variants(url: string, extension: string): string[] {
  if (url.endsWith('/')) return [url, url.slice(0, -1), `${url}index.html`].filter(Boolean)
  if (url.endsWith('/index.html')) return [url, url.slice(0, -10), url.slice(0, -11)].filter(Boolean)
  if (url.endsWith('.html')) return [url, url.slice(0, -5)]
  return url.endsWith(extension) ? [url] : [url, url + extension]
}

/** jekyll-redirect-from takes paths; an address of one of the archive's own hosts is taken for its path. */
function redirectPath(from: string, site: JekyllSite): string | null {
  const text = from.trim()
  if (text === '' || text.startsWith('#')) return null
  if (!/^(?:https?:)?\/\//i.test(text)) return `/${text}`.replace(/\/+/g, '/').replace(/[?#].*$/s, '')
  const address = URL.parse(text, 'https://archive.invalid')
  return address && site.knownHosts.includes(address.host) ? address.pathname : null
}

/** jekyll-feed: the address's folder and the slug as written, joined and normalized. */
function feedId(url: string, { slug, file }: OldPlace, site: JekyllSite): string {
  const folder = url.replace(/(?<!\/)\/+$/, '').replace(/\/[^/]*$/, '')
  const origin = new URL(site.url)
  const prefix = origin.pathname === '/' ? '' : origin.pathname
  return origin.origin + normalPath(`${prefix}${site.baseurl}${folder}/${slug ?? file.slug}`)
}
