import type { JekyllSite } from './jekyll-site'

/** Stands for the archive's own origin while an address is read. */
const HERE = 'http://archive.invalid'

/**
 * Where a link of a post leads: to the archive itself as a path from its root (`//old.host/a.html` → `/a.html`), elsewhere as
 * a whole address; null when it leads nowhere (`javascript:`, `data:`, broken).
 */
export function siteHref(href: string, site: JekyllSite): string | null {
  if (href === '' || href.startsWith('#')) return href === '' ? null : href
  const url = parsed(href, `${HERE}/`)
  if (url === null) return null
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return url.href
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  // `//host` of a path would lead to another site
  if (isHere(url, site)) return url.pathname.replace(/^\/+/, '/') + url.search + url.hash
  // written without a scheme: every outlet of today answers https
  return href.startsWith('//') ? url.href.replace(/^http:/, 'https:') : url.href
}

/** Where a picture lies: a path against the archive's root, or a whole http(s) address; null when it is neither. */
export function pictureAddress(src: string, site: JekyllSite, postPath: string): { src: string; local: boolean } | null {
  const url = parsed(src, `${HERE}/${postPath.split('/').map(encodeURIComponent).join('/')}`)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  if (!isHere(url, site)) return { src: src.startsWith('//') ? `https:${src}` : src, local: false }
  const path = withoutBase(decoded(url.pathname), site.baseurl).replace(/^\/+/, '')
  // an encoded slash must not lead out of the archive
  const unsafe = path === '' || path.includes('\\') || path.split('/').some((part) => part === '..' || part === '.')
  return unsafe ? null : { src: path, local: true }
}

function isHere(url: URL, site: JekyllSite): boolean {
  return url.origin === HERE || site.knownHosts.includes(url.hostname) || site.knownHosts.includes(url.host)
}

function withoutBase(path: string, baseurl: string): string {
  return baseurl !== '' && path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : path
}

function parsed(href: string, base: string): URL | null {
  return URL.canParse(href, base) ? new URL(href, base) : null
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
