import type { Words } from './yaml-words'

/** Front matter for every file of a scope: an entry of `defaults` in _config.yml. */
export interface FrontMatterDefault {
  /** folder, beginning of a path, or glob below the archive's root; empty is everything */
  path: string
  type: string | null
  values: Map<string, Words>
}

/**
 * The front matter that `defaults` give a post, the narrower scope winning over the wider as in Jekyll: the longer path, then
 * the one that names a type, then the later one.
 */
export function defaultsFor(path: string, draft: boolean, defaults: FrontMatterDefault[]): Map<string, Words> {
  let merged = new Map<string, Words>()
  let strongest: FrontMatterDefault | null = null
  for (const each of defaults) {
    if (!isInScope(path, draft, each)) continue
    if (strongest === null || outranks(each, strongest)) {
      merged = mergeWords(merged, each.values)
      strongest = each
    } else {
      merged = mergeWords(each.values, merged)
    }
  }
  return merged
}

/** `upper` over `lower`; an empty value covers nothing, and mappings are merged within. */
export function mergeWords(lower: Map<string, Words>, upper: Map<string, Words>): Map<string, Words> {
  const merged = new Map(lower)
  for (const [name, value] of upper) {
    const under = merged.get(name)
    if (value instanceof Map && under instanceof Map) merged.set(name, mergeWords(under, value))
    else if (value !== null || under === undefined) merged.set(name, value)
  }
  return merged
}

function isInScope(path: string, draft: boolean, { path: scope, type }: FrontMatterDefault): boolean {
  const types = draft ? ['posts', 'post', 'drafts', 'draft'] : ['posts', 'post']
  if (type !== null && !types.includes(type)) return false
  const folder = withoutSlash(scope)
  return folder.includes('*') ? globBegins(folder.split('/'), path.split('/')) : path.startsWith(folder)
}

const withoutSlash = (path: string) => (path.startsWith('/') ? path.slice(1) : path)

function outranks(one: FrontMatterDefault, other: FrontMatterDefault): boolean {
  const [length, otherLength] = [withoutSlash(one.path).length, withoutSlash(other.path).length]
  if (length !== otherLength) return length > otherLength
  return one.type !== null || other.type === null
}

/** Whether a glob names the file or a folder above it; a set of places in the glob is walked, so no glob is slow. */
function globBegins(glob: string[], path: string[]): boolean {
  const skipStars = (places: Set<number>) => {
    for (const place of places) if (glob[place] === '**') places.add(place + 1)
    return places
  }
  let places = skipStars(new Set([0]))
  for (const part of path) {
    const next = new Set<number>()
    for (const place of places) {
      if (place === glob.length) return true
      if (glob[place] === '**') next.add(place)
      else if (partMatches(glob[place] ?? '', part)) next.add(place + 1)
    }
    places = skipStars(next)
  }
  return places.has(glob.length)
}

/** `*` is any run of characters, `?` is one; a `*` does not reach a leading dot. */
function partMatches(pattern: string, text: string): boolean {
  if (/^[*?]/.test(pattern) && text.startsWith('.')) return false
  let [at, place, star, retry] = [0, 0, -1, 0]
  while (at < text.length) {
    if (pattern[place] === '*') {
      star = place++
      retry = at
    } else if (pattern[place] === '?' || (place < pattern.length && pattern[place] === text[at])) {
      place++
      at++
    } else if (star !== -1) {
      place = star + 1
      at = ++retry
    } else return false
  }
  return /^\**$/.test(pattern.slice(place))
}
