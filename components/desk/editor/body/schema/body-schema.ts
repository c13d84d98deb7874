import { StarterKit } from '@tiptap/starter-kit'
import { Figure, FigureCaption, FigureCredit, PictureSlot } from './figure'
import { KeptBlock, KeptInline } from './kept'
import { Code, Subscript, Superscript } from './marks'
import { Table, TableCell, TableHeader, TableRow } from './table'
import { KeptAttributes, OrderedList, PullQuote } from './text-blocks'

/** No target, no class: of a link its address, title and rel are kept. */
const PLAIN_LINK = {
  openOnClick: false,
  autolink: false,
  linkOnPaste: true,
  HTMLAttributes: { target: null, rel: null, class: null },
  protocols: ['http', 'https', 'mailto', 'tel'],
}

/**
 * What a body may hold while it is edited. Its JSON is what newsroom/body reads and writes; figure, keptBlock and table come
 * with plain views here, which the editor replaces by its own.
 */
export const bodySchema = {
  text: [
    StarterKit.configure({
      heading: { levels: [2, 3, 4] },
      code: false,
      codeBlock: false,
      underline: false,
      orderedList: false,
      link: PLAIN_LINK,
      dropcursor: { color: 'var(--ink)', width: 2 },
    }),
    OrderedList,
    PullQuote,
    KeptAttributes,
    Code,
    Superscript,
    Subscript,
    KeptInline,
    FigureCaption,
    FigureCredit,
    TableRow,
    TableCell,
    TableHeader,
  ],
  figure: Figure,
  pictureSlot: PictureSlot,
  keptBlock: KeptBlock,
  table: Table,
}
