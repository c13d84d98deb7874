import { Extension, type Range } from '@tiptap/core'
import type { Trigger } from '@tiptap/suggestion'
import Suggestion, { type SuggestionMatch, type SuggestionProps } from '@tiptap/suggestion'

/** What was typed after the slash, and the element the list of answers is drawn in. */
export interface SlashQuery {
  query: string
  range: Range
  element: HTMLElement
}

interface SlashOptions {
  show(query: SlashQuery | null): void
  /** true: the key was for the list */
  onKey(event: KeyboardEvent): boolean
}

/** `/` at the start of a paragraph; where Chinese is typed the same key writes `、`, with which no paragraph begins. */
export const SlashMenu = Extension.create<SlashOptions>({
  name: 'slashMenu',
  addProseMirrorPlugins() {
    const { show, onKey } = this.options
    let element: HTMLElement | null = null
    let unmount = () => {}
    const update = ({ query, range }: SuggestionProps) => element && show({ query, range, element })
    return [
      Suggestion({
        editor: this.editor,
        findSuggestionMatch: slashBefore,
        placement: 'bottom-start',
        items: () => [],
        render: () => ({
          onStart: (props) => {
            element = document.createElement('div')
            element.style.zIndex = '50'
            unmount = props.mount(element)
            update(props)
          },
          onUpdate: update,
          onKeyDown: ({ event }) => onKey(event),
          onExit: () => {
            show(null)
            unmount()
            element = null
          },
        }),
      }),
    ]
  },
})

function slashBefore({ $position }: Trigger): SuggestionMatch {
  if ($position.parent.type.name !== 'paragraph') return null
  const text = $position.parent.textBetween(0, $position.parentOffset, undefined, '\ufffc')
  const [match, query = ''] = /^[/、](\S{0,20})$/.exec(text) ?? []
  return match === undefined ? null : { query, text: match, range: { from: $position.start(), to: $position.pos } }
}
