/**
 * What beside words an entry of the index is found by. Each begins with a mark that no word has, so that words and facets
 * share one index and any question is one boolean tsquery.
 */
export const categoryLexeme = (id: number): string => `c:${id}`
export const tagLexeme = (id: number): string => `t:${id}`
export const sourceLexeme = (id: number): string => `s:${id}`
export const personLexeme = (id: number): string => `p:${id}`
/** A term of the headline. */
export const headlineLexeme = (term: string): string => `^${term}`
/** Pinyin or initials of a name or a word of the headline. */
export const spellingLexeme = (latin: string): string => `~${latin}`

/** Months and years are the index's own, in UTC: they narrow what is read, the exact time decides. */
export const monthLexeme = (month: string): string => `m:${month}`
export const yearLexeme = (year: string): string => `y:${year}`

/** Every entry is in one of so many samples, by its id: what one holds, times this, is about what all hold. */
export const SAMPLES = 1024
export const sampleLexeme = (sample: number): string => `z:${sample}`

/** FNV-1a: the same for the same id everywhere, and evenly spread. */
export function sampleOf(articleId: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < articleId.length; at++) hash = Math.imul(hash ^ articleId.charCodeAt(at), 0x01000193)
  return ((hash >>> 10) ^ hash) & (SAMPLES - 1)
}
