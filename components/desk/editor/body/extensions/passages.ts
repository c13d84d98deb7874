import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { documentText } from '@/components/desk/editor/body/text/document-text'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    passages: {
      /** marks one passage until somebody writes or selects elsewhere */
      markPassage(from: number, to: number): ReturnType
      /** "" ends the search */
      search(text: string): ReturnType
      showMatch(index: number): ReturnType
      replaceMatch(text: string): ReturnType
      replaceAllMatches(text: string): ReturnType
    }
  }
}

interface Range {
  from: number
  to: number
}

export interface Passages {
  marked: Range | null
  query: string
  matches: Range[]
  current: number
}

type Change = Partial<Pick<Passages, 'marked' | 'query' | 'current'>>

const NONE: Passages = { marked: null, query: '', matches: [], current: 0 }
const key = new PluginKey<Passages>('passages')

export const passagesOf = (state: EditorState): Passages => key.getState(state) ?? NONE

/** Passages that are shown, not changed: the one a comment is about, the places a search found. */
export const Passages = Extension.create({
  name: 'passages',
  addCommands() {
    const change =
      (next: Change) =>
      ({ tr, dispatch }: { tr: EditorState['tr']; dispatch: unknown }) => {
        if (dispatch) tr.setMeta(key, next).setMeta('addToHistory', false)
        return true
      }
    return {
      markPassage: (from, to) => change({ marked: { from, to } }),
      search: (query) => change({ query, current: 0 }),
      showMatch:
        (index) =>
        ({ state, commands }) => {
          const { matches } = passagesOf(state)
          if (matches.length === 0) return false
          const current = (index + matches.length) % matches.length
          return commands.command(change({ current })) && commands.setTextSelection(matches[current] as Range)
        },
      replaceMatch:
        (text) =>
        ({ state, tr, dispatch }) => {
          const { matches, current } = passagesOf(state)
          const match = matches[current]
          if (match && dispatch) tr.insertText(text, match.from, match.to)
          return match !== undefined
        },
      replaceAllMatches:
        (text) =>
        ({ state, tr, dispatch }) => {
          const { matches } = passagesOf(state)
          if (dispatch) for (const { from, to } of matches.toReversed()) tr.insertText(text, from, to)
          return matches.length > 0
        },
    }
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<Passages>({
        key,
        state: {
          init: () => NONE,
          apply: (transaction, before, _, state) => {
            const change: Change = transaction.getMeta(key) ?? {}
            const next = { ...before, ...change }
            if (transaction.docChanged || (transaction.selectionSet && !change.marked)) next.marked = change.marked ?? null
            if (next.query === '') return next.matches.length > 0 ? { ...next, matches: [], current: 0 } : next
            if (!transaction.docChanged && change.query === undefined) return next
            const matches = matchesOf(state, next.query)
            return { ...next, matches, current: Math.max(0, Math.min(next.current, matches.length - 1)) }
          },
        },
        props: { decorations: (state) => decorations(state, passagesOf(state)) },
      }),
    ]
  },
})

function matchesOf({ doc }: EditorState, query: string): Range[] {
  const { text, positionAt } = documentText(doc)
  const [whole, wanted] = [text.toLowerCase(), query.toLowerCase()]
  const matches: Range[] = []
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + wanted.length))
    matches.push({ from: positionAt(at), to: positionAt(at + wanted.length - 1) + 1 })
  return matches
}

function decorations({ doc }: EditorState, { marked, matches, current }: Passages): DecorationSet {
  if (!marked && matches.length === 0) return DecorationSet.empty
  const found = matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === current ? 'match current-match' : 'match' }),
  )
  return DecorationSet.create(
    doc,
    marked ? [...found, Decoration.inline(marked.from, marked.to, { class: 'marked-passage' })] : found,
  )
}
