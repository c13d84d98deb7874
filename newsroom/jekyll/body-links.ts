import type { Element, ElementContent, Properties } from 'hast'
import { isElement, property } from '@/newsroom/html/html-tree'
import type { JekyllSite } from './jekyll-site'
import { siteHref } from './site-links'

/**
 * Every link to the archive becomes a path within the site, every other one a whole address; a link that leads nowhere leaves
 * its words. A reprint does not vouch for its links: they get `nofollow`.
 */
export function settleLinks(nodes: ElementContent[], site: JekyllSite, reprint: boolean): ElementContent[] {
  const settled: ElementContent[] = []
  for (const node of nodes) {
    if (isElement(node)) node.children = settleLinks(node.children, site, reprint)
    if (!isElement(node, 'a') || property(node, 'href').startsWith('#')) settled.push(node)
    else {
      const href = siteHref(property(node, 'href'), site)
      if (href === null) for (const child of node.children) settled.push(child)
      else settled.push({ ...node, properties: linkProperties(node, href, reprint) })
    }
  }
  return settled
}

function linkProperties(link: Element, href: string, reprint: boolean): Properties {
  const title = property(link, 'title')
  const rel = reprint ? ['noopener', 'nofollow'] : ['noopener']
  return { href, ...(title === '' ? {} : { title }), ...(/^https?:/.test(href) ? { rel } : {}) }
}
