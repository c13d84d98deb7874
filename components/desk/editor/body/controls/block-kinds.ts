import type { Editor } from '@tiptap/core'
import { newLedger } from '@/components/desk/editor/body/schema/table'
import { insertBlocks } from '@/components/desk/editor/body/text/insert-blocks'

/** What the editor asks of the page around it. */
export interface Requests {
  upload(): void
  pick(): void
  link(): void
}

export interface BlockKind {
  key:
    | 'paragraph'
    | 'heading'
    | 'subheading'
    | 'quotation'
    | 'pull-quote'
    | 'bullets'
    | 'numbers'
    | 'picture'
    | 'library'
    | 'table'
    | 'rule'
  /** what else one may type for it: English, pinyin initials */
  words: string
  keys?: string
  run(editor: Editor, requests: Requests): void
}

/** All that can be put into a text, in the order of its use. */
export const BLOCK_KINDS: readonly BlockKind[] = [
  {
    key: 'heading',
    words: 'heading h2 bt',
    keys: 'Ctrl Alt 2',
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    key: 'subheading',
    words: 'subheading h3 xbt',
    keys: 'Ctrl Alt 3',
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    key: 'paragraph',
    words: 'paragraph text zw',
    keys: 'Ctrl Alt 0',
    run: (editor) => editor.chain().focus().clearNodes().run(),
  },
  {
    key: 'quotation',
    words: 'quotation blockquote yy',
    keys: 'Ctrl Shift B',
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    key: 'pull-quote',
    words: 'pull quote zdyw',
    keys: 'Ctrl Alt B',
    run: (editor) => editor.chain().focus().togglePullQuote().run(),
  },
  {
    key: 'bullets',
    words: 'list bullets ul lb',
    keys: 'Ctrl Shift 8',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    key: 'numbers',
    words: 'numbered list ol bhlb',
    keys: 'Ctrl Shift 7',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  { key: 'picture', words: 'picture image photo tp', run: (_, requests) => requests.upload() },
  { key: 'library', words: 'library media tk ctkxt', run: (_, requests) => requests.pick() },
  { key: 'table', words: 'table bg', run: (editor) => insertBlocks(editor, [newLedger()], undefined, 'inside') },
  { key: 'rule', words: 'rule line hr fgx', run: (editor) => editor.chain().focus().setHorizontalRule().run() },
]

/** Kinds whose name or other words hold what was typed. */
export function kindsFor(query: string, nameOf: (kind: BlockKind) => string): BlockKind[] {
  const wanted = query.trim().toLowerCase()
  return BLOCK_KINDS.filter((kind) => `${nameOf(kind)} ${kind.words}`.toLowerCase().includes(wanted))
}
