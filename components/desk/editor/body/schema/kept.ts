import { Node } from '@tiptap/core'
import { cleanMarkup } from '@/components/desk/editor/body/clean-markup'
import { cleanHtml } from '@/newsroom/html/clean-html'

/** Cleaned again wherever it comes from: a clipboard can be filled by anyone. */
const html = {
  default: '',
  parseHTML: (element: HTMLElement) => cleanHtml(element.dataset.kept ?? ''),
  rendered: false,
}

/** A block the editor has no means for, as it stands in the body: it can be moved and removed, never changed. */
export const KeptBlock = Node.create({
  name: 'keptBlock',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ html }),
  parseHTML: () => [{ tag: 'div[data-kept]' }],
  renderHTML: ({ node }) => ({ dom: kept('div', node.attrs.html) }),
})

/** The same within a line: ruby, footnote marks, abbreviations. */
export const KeptInline = Node.create({
  name: 'keptInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ html }),
  parseHTML: () => [{ tag: 'span[data-kept]' }],
  renderHTML: ({ node }) => ({ dom: kept('span', node.attrs.html) }),
})

function kept(tagName: 'div' | 'span', html: string): HTMLElement {
  const element = document.createElement(tagName)
  element.dataset.kept = html
  element.innerHTML = cleanMarkup(html)
  return element
}
