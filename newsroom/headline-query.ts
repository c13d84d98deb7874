import { headlineTerms } from './headline-terms'

const MOST_CHARACTERS = 100
const MOST_TERMS = 40
const PAIR = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}々〇ー]{2}$/v

/**
 * What a reader typed as a PostgreSQL tsquery over headlineTerms(), all of it required: han by its pairs, one character
 * alone and words of other scripts as prefixes. Null when nothing to search for is left. Operators a reader types are text.
 */
export function headlineQuery(text: string): string | null {
  const words = [...text].slice(0, MOST_CHARACTERS).join('').split(/\s+/)
  const parts = words.flatMap((word) => {
    const terms = headlineTerms(word)
    const pairs = terms.filter((term) => PAIR.test(term))
    // The last character of a run stands alone too; after its pair it says nothing more.
    const rest = terms.filter((term) => !PAIR.test(term) && !pairs.some((pair) => pair.endsWith(term)))
    return [...pairs.map(quoted), ...rest.map((term) => `${quoted(term)}:*`)]
  })
  return parts.length === 0 ? null : [...new Set(parts)].slice(0, MOST_TERMS).join(' & ')
}

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
