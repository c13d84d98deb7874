import type { Element, ElementContent } from 'hast'
import { element, isElement, property } from './html-tree'

/** Parameters that say who shared a page and from where, not which page it is. */
const TRACKING =
  /^(?:utm_\w+|spm|scm|from|isappinstalled|fbclid|gclid|yclid|msclkid|mc_[ce]id|igshid|chksm|scene|sharer_\w+|share_\w+|wfr|_t|ref_src|nettype|wx_\w+|exportkey|pass_ticket|clicktime|enterid|ascene|devicetype|sessionid|subscene)$/i
/** Pages that only lead on, and the parameter that holds where. */
const REDIRECTS: [RegExp, string][] = [
  [/^(?:www\.)?google\.[a-z.]+\/url$/, 'q'],
  [/^link\.zhihu\.com\/$/, 'target'],
  [/^link\.csdn\.net\/$/, 'target'],
  [/^(?:weixin110\.qq\.com\/cgi-bin\/mmspamsupport-bin\/newredirectconfirmcgi)$/, 'url'],
  [/^(?:www\.)?oschina\.net\/action\/GoToLink$/, 'url'],
  [/^c\.pc\.qq\.com\/[\w./]*$/, 'pfurl'],
]

/** Links lead where they say, without what tells on their reader; a link to nowhere keeps its words alone. */
export function pastedLinks<Node extends ElementContent>(nodes: Node[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node]
    const children = pastedLinks(node.children)
    if (node.tagName !== 'a') return [{ ...(node as Element), children }]
    const href = linkAddress(property(node, 'href'))
    return href === null ? children : [element('a', children, { href })]
  })
}

/** An address as one would write it into an article, or null: none a reader can follow. */
export function linkAddress(address: string): string | null {
  if (/^(?:mailto|tel):\S+$/i.test(address)) return address
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  for (const [page, parameter] of REDIRECTS) {
    const target = page.test(url.host + url.pathname) ? url.searchParams.get(parameter) : null
    if (target !== null && /^https?:\/\//i.test(target)) return linkAddress(target)
  }
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name))
  // untouched where there is nothing to remove: parsing would write it otherwise
  if (tracking.length === 0) return address
  for (const name of tracking) url.searchParams.delete(name)
  return url.href
}
