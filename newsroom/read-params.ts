import type { View } from './site'

/** What stands behind the `?` of an address, as Next hands it over. */
export type Query = Record<string, string | string[] | undefined>

/** Decodes one part of an address, once; null for what is no UTF-8 or holds a control character. */
export function decodePart(part: string): string | null {
  try {
    const text = decodeURIComponent(part)
    return hasControl(text) ? null : text
  } catch {
    return null
  }
}

/** The decoded path `/a/b` of parts still encoded; null when one of them cannot be read. */
export function decodePath(parts: string[]): string | null {
  const decoded = parts.map(decodePart)
  return decoded.every((part) => part !== null) ? `/${decoded.join('/')}` : null
}

/** The first value of a query parameter, without what no database holds (U+0000); null when absent or empty. */
export function readOne(query: Query, name: string): string | null {
  const value = query[name]
  return (Array.isArray(value) ? value[0] : value)?.replaceAll('\u0000', '') || null
}

export function readView(query: Query): View {
  const view = readOne(query, 'view')
  return view === 'elder' || view === 'lite' ? view : 'standard'
}

/** Which page of a list: newer than one cursor or older than the other, never both. */
export function readCursor(query: Query): { before?: string; after?: string } {
  const before = readOne(query, 'before')
  if (before) return { before }
  const after = readOne(query, 'after')
  return after ? { after } : {}
}

/** Nothing a visitor can ask for, nor a database hold (U+0000). */
export function hasControl(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true
  }
  return false
}
