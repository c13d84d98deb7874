import { decodePart, hasControl } from '@/newsroom/read-params'
import { findRedirect } from './find-redirect'

// The sanitizer writes attributes in this one form, so a pattern is enough.
const INTERNAL_LINK = /(<a(?: [a-z]+(?:="[^"]*")?)*? href=")(\/[^"]*)"/g

// A register of a thousand links is not worth a thousand look-ups a render.
const MOST_LINKS = 100

/**
 * Links of an imported body point to where the old site had their target; readers get today's address of it,
 * whatever was imported first. A link that leads nowhere we know stays as it is.
 */
export async function withCurrentLinks(bodyHtml: string): Promise<string> {
  const targets = new Map<string, string>()
  for (const [, , href = ''] of bodyHtml.matchAll(INTERNAL_LINK)) {
    if (targets.has(href) || targets.size === MOST_LINKS) continue
    const url = URL.parse(href.replaceAll('&amp;', '&'), 'http://internal.invalid')
    const path = url && decodePart(url.pathname)
    const infoCode = url?.searchParams.get('infoCode') ?? null
    if (!path || hasControl(infoCode ?? '')) continue
    const target = await findRedirect(path, infoCode)
    if (target) targets.set(href, target + url.hash)
  }
  return bodyHtml.replace(INTERNAL_LINK, (whole, start: string, href: string) => {
    const target = targets.get(href)
    return target ? `${start}${target}"` : whole
  })
}
