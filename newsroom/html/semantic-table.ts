import type { Element, ElementContent } from 'hast'
import { element, isElement } from './html-tree'
import { inlineOf, tidySpaces } from './inline-html'

/** How the content of a cell is read: as blocks, or as an item of few words. */
export interface CellReader {
  blocks(nodes: ElementContent[]): Element[]
  item(nodes: ElementContent[]): ElementContent[]
}

/**
 * A table of data keeps its cells, spans and headers: header cells where the old page had some, or where it set the whole
 * first row in bold. A table of one cell was layout: its content stays.
 */
export function semanticTable(table: Element, read: CellReader): Element[] {
  const rows = rowsOf(table)
  const cells = rows.flatMap(({ row }) => cellsOf(row))
  const [first] = cells
  if (cells.length === 1 && first !== undefined) return read.blocks(first.children)
  const caption = table.children.find((child) => isElement(child, 'caption'))
  const filled = rows.map(({ row, part }) => ({
    part,
    row: element(
      'tr',
      cellsOf(row).map((cell) => cellOf(cell, read)),
    ),
  }))
  const parts = headed(filled.filter(({ row }) => row.children.length > 0))
  const text = isElement(caption) ? tidySpaces(inlineOf(caption.children)) : []
  const sections = ['thead', 'tbody', 'tfoot'].flatMap((name) => {
    const own = parts.filter(({ part }) => part === name).map(({ row }) => row)
    return own.length > 0 ? [element(name, own)] : []
  })
  return sections.length === 0 ? [] : [element('table', [...(text.length > 0 ? [element('caption', text)] : []), ...sections])]
}

interface Row {
  part: string
  row: Element
}

function rowsOf(table: Element): Row[] {
  return table.children.flatMap((part) => {
    if (!isElement(part, 'thead', 'tbody', 'tfoot')) return []
    return part.children.flatMap((row) => (isElement(row, 'tr') ? [{ part: part.tagName, row }] : []))
  })
}

const cellsOf = (row: Element) => row.children.filter((cell): cell is Element => isElement(cell, 'td', 'th'))

function cellOf(cell: Element, read: CellReader): Element {
  return element(cell.tagName, read.item(cell.children), cell.properties)
}

function headed(rows: Row[]): Row[] {
  const [first, ...rest] = rows
  const [head, body] = first?.part === 'tbody' && rest.length > 0 && isHeader(first.row) ? [[first], rest] : [[], rows]
  for (const { row } of head) row.children = cellsOf(row).map((cell) => element('th', unbold(cell.children), cell.properties))
  for (const row of [...head, ...rows.filter(({ part }) => part === 'thead')]) {
    row.part = 'thead'
    for (const cell of cellsOf(row.row)) if (cell.tagName === 'th') cell.properties = { scope: 'col', ...cell.properties }
  }
  return [...head, ...body]
}

function isHeader(row: Element): boolean {
  const cells = cellsOf(row)
  if (cells.length < 2) return false
  if (cells.every((cell) => cell.tagName === 'th')) return true
  const texts = cells.filter((cell) => cell.children.length > 0)
  return texts.length > 0 && texts.every((cell) => cell.children.length === 1 && isElement(cell.children[0], 'strong'))
}

function unbold(children: ElementContent[]): ElementContent[] {
  const [only] = children
  return children.length === 1 && isElement(only, 'strong') ? only.children : children
}
