import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'

/** A table with its caption in a field above it; the rows are ProseMirror's own. Plain DOM: input methods stay undisturbed. */
export class TableView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  private readonly caption: HTMLInputElement

  constructor(
    private node: Node,
    private readonly editor: Editor,
    private readonly position: () => number | undefined,
    label: string,
  ) {
    this.dom = document.createElement('div')
    this.dom.className = 'scroller table-view'
    this.caption = document.createElement('input')
    this.caption.className = 'table-caption'
    this.caption.placeholder = label
    this.caption.setAttribute('aria-label', label)
    this.caption.maxLength = 200
    this.caption.addEventListener('input', (event) => (event as InputEvent).isComposing || this.keepCaption())
    this.caption.addEventListener('compositionend', () => this.keepCaption())
    const table = document.createElement('table')
    this.contentDOM = document.createElement('tbody')
    table.append(this.contentDOM)
    this.dom.append(this.caption, table)
    this.show()
    editor.on('transaction', this.show)
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.show()
    return true
  }

  stopEvent(event: Event): boolean {
    return event.target === this.caption
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.editor.off('transaction', this.show)
  }

  private show = (): void => {
    const { caption } = this.node.attrs
    if (this.caption.value !== caption) this.caption.value = caption
    this.caption.readOnly = !this.editor.isEditable
    this.caption.hidden = this.caption.readOnly && caption === ''
  }

  private keepCaption(): void {
    const at = this.position()
    if (at === undefined) return
    this.editor.view.dispatch(this.editor.state.tr.setNodeAttribute(at, 'caption', this.caption.value))
  }
}
