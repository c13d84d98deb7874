/** A passage by its words and the words around it (W3C Web Annotation, TextQuoteSelector): it is found again after edits elsewhere. */
export interface TextQuote {
  exact: string
  prefix: string
  suffix: string
}

/** Characters on each side: enough to tell one 记者获悉 from the next. */
const AROUND = 32
const LONGEST_QUOTE = 500

/** The passage from `start` to `end` of a text, or null for none. A long one is known by its beginning. */
export function quoteOf(text: string, start: number, end: number): TextQuote | null {
  const to = Math.min(end, start + LONGEST_QUOTE)
  const exact = text.slice(start, to)
  if (exact.trim() === '') return null
  return { exact, prefix: text.slice(Math.max(0, start - AROUND), start), suffix: text.slice(to, to + AROUND) }
}

/**
 * Where the passage stands now: of several places with its words the one whose neighbours agree most; null where its words are
 * gone. White space counts for nothing, so that a line end that became a space loses no passage.
 */
export function findQuote(text: string, { exact, prefix, suffix }: TextQuote): { start: number; end: number } | null {
  const { packed, places } = pack(text)
  const wanted = pack(exact).packed
  if (wanted === '') return null
  const [before, after] = [pack(prefix).packed, pack(suffix).packed]
  let best: { at: number; agreed: number } | null = null
  for (let at = packed.indexOf(wanted); at !== -1; at = packed.indexOf(wanted, at + 1)) {
    const agreed = agreedBefore(packed, at, before) + agreedAfter(packed, at + wanted.length, after)
    if (best === null || agreed > best.agreed) best = { at, agreed }
  }
  if (best === null) return null
  return { start: places[best.at] as number, end: (places[best.at + wanted.length - 1] as number) + 1 }
}

/** The text without white space, and where each of its characters stood. */
function pack(text: string): { packed: string; places: number[] } {
  const places: number[] = []
  let packed = ''
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (/\s/.test(character)) continue
    packed += character
    places.push(at)
  }
  return { packed, places }
}

function agreedBefore(text: string, at: number, prefix: string): number {
  let count = 0
  while (count < prefix.length && text[at - 1 - count] === prefix[prefix.length - 1 - count] && at - 1 - count >= 0) count++
  return count
}

function agreedAfter(text: string, at: number, suffix: string): number {
  let count = 0
  while (count < suffix.length && text[at + count] === suffix[count]) count++
  return count
}
