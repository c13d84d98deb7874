import type { ElementContent, Nodes, Root } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { BLOCK_ELEMENTS, DROPPED_ELEMENTS, HTML_ALLOW_LIST, PHRASING_ELEMENTS } from './html-allow-list'
import { settleNesting } from './html-nesting'
import { parseHtml } from './html-tree'

/**
 * HTML of anyone's making → HTML that is safe to set as a body: only the allow-list is left of it, nothing in it can run.
 * Cleaning twice gives the same text as cleaning once. Never throws.
 */
export function cleanHtml(html: string): string {
  return printHtml(cleanTree(parseHtml(html)))
}

/** The same for a tree that was parsed already. */
export function cleanTree(tree: Root): Root {
  const lifted: Root = { type: 'root', children: [] }
  lift(tree.children as ElementContent[], lifted.children as ElementContent[])
  return settleNesting(asRoot(sanitize(lifted, HTML_ALLOW_LIST)))
}

export function printHtml(tree: Root): string {
  return toHtml(tree, { characterReferences: { useNamedReferences: true } })
}

const ALLOWED = new Set([...PHRASING_ELEMENTS, ...BLOCK_ELEMENTS])
const DROPPED = new Set(DROPPED_ELEMENTS)

/** Takes away what is not allowed by hand: the sanitizer would do it by spreading, which fails where 100,000 children go up at once. */
function lift(nodes: ElementContent[], into: ElementContent[]): void {
  for (const node of nodes) {
    if (node.type === 'text') into.push(node)
    else if (node.type === 'element' && !DROPPED.has(node.tagName)) {
      if (ALLOWED.has(node.tagName)) {
        const children: ElementContent[] = []
        lift(node.children, children)
        into.push({ ...node, children })
      } else lift(node.children, into)
    }
  }
}

/** The sanitizer answers a lone node where a root holds one child. */
function asRoot(node: Nodes): Root {
  if (node.type === 'root') return node
  return { type: 'root', children: node.type === 'doctype' ? [] : [node] }
}
