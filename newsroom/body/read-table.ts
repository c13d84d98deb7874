import type { Element, ElementContent } from 'hast'
import { isElement, property, textOf } from '@/newsroom/html/html-tree'
import type { DocumentNode } from './document-node'

const PARTS = { thead: 'head', tbody: 'body', tfoot: 'foot' } as const
type Section = Element & { tagName: keyof typeof PARTS }

/** A ledger's table as rows that know their part, or null: cells that do not fill a rectangle, a caption of more than words. */
export function readTable(
  { children }: Element,
  readItem: (nodes: ElementContent[]) => DocumentNode[] | null,
): DocumentNode | null {
  const caption = children.find((child) => isElement(child, 'caption'))
  if (isElement(caption) && !caption.children.every((child) => child.type === 'text')) return null
  const sections = children.filter((child): child is Section => isElement(child, 'thead', 'tbody', 'tfoot'))
  const rows: DocumentNode[] = []
  const widths = new Set<number | null>()
  for (const section of sections) {
    const sectionRows = section.children.filter((row): row is Element => isElement(row))
    widths.add(widthOf(sectionRows.map((row) => row.children.filter((cell): cell is Element => isElement(cell)))))
    for (const row of sectionRows) {
      const cells = row.children.map((cell) => (isElement(cell, 'th', 'td') ? cellOf(cell, readItem) : null))
      if (cells.length === 0 || cells.some((cell) => cell === null)) return null
      rows.push({ type: 'tableRow', attrs: { part: PARTS[section.tagName] }, content: cells as DocumentNode[] })
    }
  }
  if (rows.length === 0 || widths.size !== 1 || widths.has(null)) return null
  return { type: 'table', attrs: { caption: caption ? textOf(caption) : '' }, content: rows }
}

function cellOf(cell: Element, readItem: (nodes: ElementContent[]) => DocumentNode[] | null): DocumentNode | null {
  const content = readItem(cell.children)
  const scope = property(cell, 'scope')
  const type = cell.tagName === 'th' ? 'tableHeader' : 'tableCell'
  const attrs = { ...spansOf(cell), ...(cell.tagName === 'th' ? { scope: scope || null } : {}) }
  return content && { type, attrs, content }
}

function spansOf(cell: Element): { colspan: number; rowspan: number } {
  return { colspan: Number(property(cell, 'colSpan') || 1), rowspan: Number(property(cell, 'rowSpan') || 1) }
}

/** How many columns every row has, or null where cells overlap, leave holes or reach below the last row. */
function widthOf(rows: Element[][]): number | null {
  const taken = rows.map(() => new Set<number>())
  for (const [y, cells] of rows.entries()) {
    let x = 0
    for (const cell of cells) {
      const { colspan, rowspan } = spansOf(cell)
      if (colspan < 1 || rowspan < 1 || y + rowspan > rows.length) return null
      while (taken[y]?.has(x)) x++
      for (const row of taken.slice(y, y + rowspan))
        for (let column = x; column < x + colspan; column++) {
          if (row.has(column)) return null
          row.add(column)
        }
      x += colspan
    }
  }
  const width = taken[0]?.size ?? 0
  return width > 0 && taken.every((row) => row.size === width && Math.max(...row) === width - 1) ? width : null
}
