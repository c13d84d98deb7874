import { type KeyboardShortcutCommand, Node } from '@tiptap/core'
import { PICTURE_PROPERTIES } from '@/newsroom/body/read-figure'

/** A picture with its caption and its credit. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'figureCaption figureCredit',
  isolating: true,
  draggable: true,
  addAttributes: () =>
    Object.fromEntries(
      PICTURE_PROPERTIES.map((name) => [
        name,
        {
          default: null,
          parseHTML: (figure: HTMLElement) => figure.querySelector('img')?.getAttribute(name.toLowerCase()) ?? null,
          rendered: false,
        },
      ]),
    ),
  parseHTML: () => [{ tag: 'figure[data-figure]', contentElement: 'div' }],
  renderHTML: ({ node }) => {
    const said = PICTURE_PROPERTIES.flatMap((name) => (node.attrs[name] === null ? [] : [[name.toLowerCase(), node.attrs[name]]]))
    return ['figure', { 'data-figure': '' }, ['img', Object.fromEntries(said)], ['div', 0]]
  },
})

export const FigureCaption = figureLine('figureCaption', 'figure-caption')
export const FigureCredit = figureLine('figureCredit', 'figure-credit')

function figureLine(name: string, className: string) {
  return Node.create({
    name,
    content: 'inline*',
    isolating: true,
    defining: true,
    selectable: false,
    parseHTML: () => [{ tag: `p.${className}`, priority: 60 }],
    renderHTML: () => ['p', { class: className }, 0],
    addKeyboardShortcuts: () => leavingLine(name),
  })
}

/** From the caption to the credit, from the credit to the text behind the picture. */
function leavingLine(name: string): Record<string, KeyboardShortcutCommand> {
  const leave: KeyboardShortcutCommand = ({ editor }) => {
    const { $from } = editor.state.selection
    if ($from.parent.type.name !== name) return false
    if (name === 'figureCaption') return editor.commands.setTextSelection($from.after() + 1)
    const behind = $from.after($from.depth - 1)
    return editor
      .chain()
      .insertContentAt(behind, { type: 'paragraph' })
      .setTextSelection(behind + 1)
      .run()
  }
  return { Enter: leave }
}

/** Where a picture is on its way, or could not come along: seen while one edits, nothing in the body. */
export const PictureSlot = Node.create({
  name: 'pictureSlot',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    key: {
      default: '',
      parseHTML: (slot: HTMLElement) => slot.dataset.pictureSlot ?? '',
      renderHTML: ({ key }) => ({ 'data-picture-slot': key }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-picture-slot]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
})
