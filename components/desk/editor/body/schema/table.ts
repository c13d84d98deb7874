import {
  TableCell as BaseCell,
  TableHeader as BaseHeader,
  TableRow as BaseRow,
  Table as BaseTable,
} from '@tiptap/extension-table'
import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    ledger: { toggleHeadRow(): ReturnType }
  }
}

/** A ledger's table: its rows know whether they belong to head, body or foot, as in the body. */
export const Table = BaseTable.extend({
  addAttributes: () => ({
    caption: {
      default: '',
      parseHTML: (table: HTMLElement) => table.dataset.caption ?? '',
      renderHTML: ({ caption }) => ({ 'data-caption': caption }),
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  addCommands() {
    return {
      ...this.parent?.(),
      toggleHeadRow:
        () =>
        ({ state, tr, dispatch }) => {
          const found = tableAround(state.selection.$from)
          const first = found?.table.firstChild
          // a cell that reaches into the second row cannot leave it
          if (!found || !first || found.table.childCount < 2 || hasTallCell(first)) return false
          const isHead = first.attrs.part === 'head'
          const type = state.schema.nodes[isHead ? 'tableCell' : 'tableHeader']
          if (!dispatch || !type) return true
          const { scope: _, ...kept } = first.attrs
          tr.setNodeMarkup(found.start, null, { ...kept, part: isHead ? 'body' : 'head' })
          first.forEach((cell, offset) => {
            tr.setNodeMarkup(found.start + 1 + offset, type, { ...cell.attrs, scope: 'auto' })
          })
          return true
        },
    }
  },
})

export const TableRow = BaseRow.extend({
  addAttributes: () => ({
    part: {
      default: 'body',
      parseHTML: (row: HTMLElement) =>
        row.dataset.part ?? (row.closest('thead') ? 'head' : row.closest('tfoot') ? 'foot' : 'body'),
      renderHTML: ({ part }) => ({ 'data-part': part }),
    },
  }),
})

export const TableCell = BaseCell

/** `auto`: a cell made here, whose scope follows from its row when it is written. */
export const TableHeader = BaseHeader.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      scope: { default: 'auto', parseHTML: (cell: HTMLElement) => cell.getAttribute('scope') },
    }
  },
})

const row = (part: 'head' | 'body', type = 'tableCell') => ({
  type: 'tableRow',
  attrs: { part },
  content: Array.from({ length: 3 }, () => ({ type, content: [{ type: 'paragraph' }] })),
})

/** What a new table is: a head and two rows of three cells. */
export const newLedger = () => ({ type: 'table', content: [row('head', 'tableHeader'), row('body'), row('body')] })

const hasTallCell = (row: ProseMirrorNode) => row.children.some((cell) => cell.attrs.rowspan > 1)

/** The innermost table around a position, and where its first row starts. */
function tableAround($from: ResolvedPos) {
  for (let depth = $from.depth; depth > 0; depth--) {
    const table = $from.node(depth)
    if (table.type.name === 'table') return { table, at: $from.before(depth), start: $from.start(depth) }
  }
  return null
}
