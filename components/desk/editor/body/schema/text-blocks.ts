import { Extension, Node, wrappingInputRule } from '@tiptap/core'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    pullQuote: { togglePullQuote(): ReturnType }
  }
}

/** 重点引文: the passage one sees before one reads. Typed as `>> `. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote.pull-quote', priority: 60 }],
  renderHTML: () => ['blockquote', { class: 'pull-quote' }, 0],
  addCommands() {
    return {
      togglePullQuote:
        () =>
        ({ commands }) =>
          commands.toggleWrap(this.name),
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Alt-b': () => this.editor.commands.togglePullQuote() }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*(?:>|》){2}\s$/, type: this.type })]
  },
})

/** A list with figures alone: `a. ` and `iv. ` open sentences, and the body has no such lists. */
export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (list) => Number(list.getAttribute('start') ?? 1),
        renderHTML: ({ start }) => (start === 1 ? {} : { start }),
      },
      reversed: {
        default: false,
        parseHTML: (list) => list.hasAttribute('reversed'),
        renderHTML: ({ reversed }) => (reversed ? { reversed: '' } : {}),
      },
    }
  },
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
  addCommands() {
    return {
      toggleOrderedList:
        () =>
        ({ commands }) =>
          commands.toggleList(this.name, 'listItem'),
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => this.editor.commands.toggleOrderedList() }
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,3})[.．]\s$/,
        type: this.type,
        getAttributes: ([, start]) => ({ start: Number(start) }),
        joinPredicate: ([, start], before) => before.childCount + before.attrs.start === Number(start),
      }),
    ]
  },
})

/** What the body says of a block that no one edits: its language, its direction, where a quotation is from. */
export const KeptAttributes = Extension.create({
  name: 'keptAttributes',
  addGlobalAttributes() {
    return [
      { types: ['paragraph', 'heading'], attributes: { lang: { default: null }, dir: { default: null } } },
      { types: ['blockquote', 'pullQuote'], attributes: { cite: { default: null } } },
    ]
  },
})
