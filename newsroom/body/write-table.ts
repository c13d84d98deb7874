import type { Element, ElementContent, Properties } from 'hast'
import { element } from '@/newsroom/html/html-tree'
import { type DocumentNode, words } from './document-node'

type WriteItem = (blocks: DocumentNode[] | undefined) => ElementContent[]

/** Rows of the head at the top make `<thead>`, rows of the foot at the end `<tfoot>`; one moved in between is a row of the body. */
export function writeTable(table: DocumentNode, writeItem: WriteItem): Element[] {
  const rows = table.content ?? []
  const isPart = (row: DocumentNode, part: string) => words(row, 'part') === part
  const firstBody = rows.findIndex((row) => !isPart(row, 'head'))
  const head = firstBody === -1 ? rows.length : firstBody
  const foot = Math.max(head, rows.findLastIndex((row) => !isPart(row, 'foot')) + 1)
  const section = (tagName: string, part: DocumentNode[]) =>
    part.length > 0
      ? [
          element(
            tagName,
            part.map((row) => writeRow(row, writeItem)),
          ),
        ]
      : []
  const caption = words(table, 'caption')
  return [
    element('table', [
      ...(caption ? [element('caption', [{ type: 'text', value: caption }])] : []),
      ...section('thead', rows.slice(0, head)),
      ...section('tbody', rows.slice(head, foot)),
      ...section('tfoot', rows.slice(foot)),
    ]),
  ]
}

function writeRow(row: DocumentNode, writeItem: WriteItem): Element {
  const cells = (row.content ?? []).map((cell) =>
    element(
      cell.type === 'tableHeader' ? 'th' : 'td',
      writeItem(cell.content),
      propertiesOf(cell, words(row, 'part') === 'head'),
    ),
  )
  return element('tr', cells)
}

/** Scope first: so the importer writes it. A header made in the editor heads its column or, below the head, its row. */
function propertiesOf(cell: DocumentNode, inHead: boolean): Properties {
  const said = cell.type === 'tableHeader' ? words(cell, 'scope') : ''
  const scope = said === 'auto' ? (inHead ? 'col' : 'row') : said
  const [colSpan, rowSpan] = ['colspan', 'rowspan'].map((name) => Number(cell.attrs?.[name] ?? 1))
  return {
    ...(scope ? { scope } : {}),
    ...(colSpan === 1 ? {} : { colSpan: String(colSpan) }),
    ...(rowSpan === 1 ? {} : { rowSpan: String(rowSpan) }),
  }
}
