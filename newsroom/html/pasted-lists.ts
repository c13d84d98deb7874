import type { Element, ElementContent } from 'hast'
import { element, isElement, property, textOf } from './html-tree'

const LEVEL = /mso-list\s*:[^;]*\blevel([1-9])/i
const LIST_CLASS = /^MsoList(?:Paragraph|Bullet|Number)/i
const IS_MARKER = /mso-list\s*:\s*ignore/i
const NUMBER = /^[（(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})[.．、)）]/i
/** A bullet somebody typed. `·` also parts a foreign name, but never begins a line with one. */
const TYPED_BULLET = /^[\s\u00a0\u3000]*[•●▪◦‣·][\s\u00a0\u3000]*/

interface Item {
  level: number
  ordered: boolean
  children: ElementContent[]
}

/** Paragraphs that a word processor shows as a list, or that begin with a bullet typed by hand → lists. */
export function pastedLists(nodes: ElementContent[]): ElementContent[] {
  const made: ElementContent[] = []
  let items: Item[] = []
  const endList = () => {
    if (items.length > 0) made.push(...listsOf(items))
    items = []
  }
  const bulletRun = typedBullets(nodes)
  for (const node of nodes) {
    const item = isElement(node) ? (officeItem(node) ?? (bulletRun.has(node) ? typedItem(node) : null)) : null
    if (item !== null) items.push(item)
    // white space of the source between two items ends no list
    else if (items.length === 0 || node.type !== 'text' || node.value.trim() !== '') {
      endList()
      made.push(isElement(node) ? { ...node, children: pastedLists(node.children) } : node)
    }
  }
  endList()
  return made
}

function officeItem(node: Element): Item | null {
  if (node.tagName !== 'p') return null
  const level = LEVEL.exec(property(node, 'style'))?.[1]
  const { className } = node.properties
  const named = Array.isArray(className) && className.some((name) => LIST_CLASS.test(String(name)))
  const marker = markerOf(node)
  if (level === undefined && !(named && marker !== null)) return null
  const ordered = NUMBER.test((marker ?? '').trim())
  return { level: Number(level ?? 1), ordered, children: withoutMarker(node.children) }
}

function markerOf(node: Element): string | null {
  for (const child of node.children) {
    if (!isElement(child)) continue
    if (IS_MARKER.test(property(child, 'style'))) return textOf(child)
    const inner = markerOf(child)
    if (inner !== null) return inner
  }
  return null
}

function withoutMarker(nodes: ElementContent[]): ElementContent[] {
  return nodes
    .filter((node) => !(isElement(node) && IS_MARKER.test(property(node, 'style'))))
    .map((node) => (isElement(node) ? { ...node, children: withoutMarker(node.children) } : node))
}

/** Two such lines in a row are a list; one alone may be a line of a table of contents, or a decoration. */
function typedBullets(nodes: ElementContent[]): Set<ElementContent> {
  const lines = nodes.filter((node) => isElement(node) || textOf(node).trim() !== '')
  const isBullet = (node: ElementContent | undefined) => isElement(node, 'p') && TYPED_BULLET.test(textOf(node))
  return new Set(lines.filter((line, at) => isBullet(line) && (isBullet(lines[at - 1]) || isBullet(lines[at + 1]))))
}

function typedItem(node: Element): Item {
  const children = structuredClone(node.children)
  dropBullet(children)
  return { level: 1, ordered: false, children }
}

/** True once a text was found: the bullet is at its head or there is none. */
function dropBullet(nodes: ElementContent[]): boolean {
  for (const node of nodes) {
    if (node.type === 'text' && node.value.trim() !== '') {
      node.value = node.value.replace(TYPED_BULLET, '')
      return true
    }
    if (isElement(node) && dropBullet(node.children)) return true
  }
  return false
}

/** Items of deeper levels belong to the item before them. */
function listsOf(items: Item[]): Element[] {
  const lists: Element[] = []
  const least = Math.min(...items.map(({ level }) => level))
  for (let at = 0; at < items.length; ) {
    const { ordered, level, children } = items[at] as Item
    let end = at + 1
    while (end < items.length && (items[end] as Item).level > least) end++
    const deeper = items.slice(level > least ? at : at + 1, end)
    const item = element('li', [...(level > least ? [] : children), ...(deeper.length > 0 ? listsOf(deeper) : [])])
    const last = lists.at(-1)
    const tagName = ordered ? 'ol' : 'ul'
    if (last?.tagName === tagName) last.children.push(item)
    else lists.push(element(tagName, [item]))
    at = end
  }
  return lists
}
