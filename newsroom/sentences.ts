export interface Sentence {
  /** offsets into the text, in UTF-16 units; `end` is the first one outside */
  start: number
  end: number
}

const SENTENCE = /[^。！？!?；;…\n]+?(?:[。！？!?；;…]+[”’」』）)》】"]*|\.(?=\s)|\n|$)/g
const SPOKEN = /[\p{L}\p{N}]/u

/**
 * Where the sentences of a text stand, none longer than `longest`: a long one is cut after a comma or space, else anywhere.
 * Stretches with nothing to say (dashes, asterisks, blanks) are left out.
 */
export function splitSentences(text: string, longest: number): Sentence[] {
  const found: Sentence[] = []
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const end = index + sentence.length
    for (let start = index; start < end; ) {
      const stop = end - start <= longest ? end : breath(text, start, start + longest)
      if (SPOKEN.test(text.slice(start, stop))) found.push({ start, end: stop })
      start = stop
    }
  }
  return found
}

/** The place in the second half of a stretch where a reader would draw breath; never inside a surrogate pair. */
function breath(text: string, start: number, limit: number): number {
  for (let at = limit; at > (start + limit) / 2; at--) {
    if (/[，,、：:\s—]/.test(text.charAt(at - 1))) return at
  }
  return /[\udc00-\udfff]/.test(text.charAt(limit)) ? limit - 1 : limit
}
