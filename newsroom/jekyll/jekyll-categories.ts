import type { Words } from './yaml-words'

// What Ruby splits at. The full-width space of Chinese is no separator there.
const BLANKS = /[ \t\n\v\f\r]+/

/**
 * The categories of a post, letter for letter and in Jekyll's order: folders above `_posts`, defaults and `categories` (a text
 * is split at its blanks, a list is not), then `category` (never split).
 */
export function readCategories(folders: string[], defaults: Map<string, Words>, own: Map<string, Words>): string[] {
  const singular = own.get('category') ?? defaults.get('category') ?? null
  const all = [...folders, ...plural(defaults.get('categories')), ...plural(own.get('categories')), ...flatWords(singular)]
  return [...new Set(all.filter((name) => name.trim() !== ''))]
}

/** The tags of a post: `tag` beats `tags`. Jekyll keeps a tag that is named twice; a reader needs it once. */
export function readTags(data: Map<string, Words>): string[] {
  const singular = data.get('tag') ?? null
  const all = singular === null ? plural(data.get('tags')) : flatWords(singular)
  return [...new Set(all.map((name) => name.trim().normalize('NFC')).filter(Boolean))]
}

function plural(value: Words | undefined): string[] {
  return typeof value === 'string' ? value.split(BLANKS).filter(Boolean) : flatWords(value ?? null)
}

/** Every word of a list of lists; `- 乙: 丙` in a list is the words its author typed. */
export function flatWords(value: Words): string[] {
  if (value === null) return []
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(flatWords)
  return [...value].map(([name, words]) => `${name}: ${flatWords(words).join(' ')}`.replace(/: $/, ''))
}
