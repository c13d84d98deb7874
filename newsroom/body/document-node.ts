/** A mark of the editor's schema as it stands in JSON. */
export interface DocumentMark {
  type: string
  attrs?: Record<string, unknown>
}

/** A node of the editor's schema as it stands in JSON (components/desk/editor/body/schema). */
export interface DocumentNode {
  type: string
  attrs?: Record<string, unknown>
  content?: DocumentNode[]
  marks?: DocumentMark[]
  text?: string
}

/** An attribute that holds words, else the empty string. */
export function words(node: { attrs?: Record<string, unknown> }, name: string): string {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}
