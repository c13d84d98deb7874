import { headlineLexeme, spellingLexeme } from './lexeme'
import { normalise } from './normalise'
import { isLatin } from './pinyin-terms'
import { dictionaryWords } from './segment'
import { termsOfWord } from './terms'

/** What is asked of the index, as pieces of a tsquery, and what has to be looked at again in the texts. */
export interface SearchPlan {
  /** normalised; each in one piece somewhere in the article */
  words: string[]
  /** normalised */
  excluded: string[]
  /** all of them must match … */
  needs: string[]
  /** … and none of these */
  without: string[]
  /** the same with every word in the headline; null where there are no words */
  headline: string[] | null
  /** for ts_rank; null where nothing ranks */
  rank: string | null
  /** whoever matches has the words: nothing to look at again */
  exact: boolean
}

/** More say hardly more. */
const MOST_TERMS = 24

/** `facets`: of each group an article must have one lexeme. Null when nothing is left to be looked for. */
export function planSearch(
  words: readonly string[],
  excluded: readonly string[],
  facets: readonly string[][],
): SearchPlan | null {
  const wanted = unique(words)
  const unwanted = unique(excluded)
  const filters = facets.map(anyOf)
  if (wanted.length === 0 && filters.length === 0) return null
  const ranked = new Set(wanted.flatMap((word) => [...dictionaryWords(word), ...(/^[\p{L}\p{N}]+$/u.test(word) ? [word] : [])]))
  return {
    words: wanted,
    excluded: unwanted,
    needs: [...wanted.map((word) => wordQuery(word)), ...filters],
    // Of a longer word only its pairs are known here: that an article has them is no reason to leave it out.
    without: unwanted.filter((word) => termsOfWord(word).exact).map((word) => allOf(termsOfWord(word).terms)),
    headline: wanted.length === 0 ? null : [...wanted.map((word) => wordQuery(word, headlineLexeme)), ...filters],
    rank: ranked.size === 0 ? null : anyOf([...ranked]),
    exact: [...wanted, ...unwanted].every((word) => termsOfWord(word).exact),
  }
}

export interface HeadlinePlan {
  needs: string[]
  /** to be looked at again: normalised words that several terms make up */
  whole: string[]
}

/** Fewer letters begin too many words. */
const SHORTEST_BEGINNING = 3

/** What finds headlines while somebody types: of the last word, letters may be missing. */
export function planHeadline(words: readonly string[]): HeadlinePlan | null {
  const wanted = unique(words)
  if (wanted.length === 0) return null
  return {
    needs: wanted.map((word, index) => {
      const isUnfinished = index === wanted.length - 1 && isLatin(word) && word.length >= SHORTEST_BEGINNING
      return isUnfinished
        ? `(${quoted(headlineLexeme(word))}:* | ${quoted(spellingLexeme(word))}:*)`
        : wordQuery(word, headlineLexeme)
    }),
    whole: wanted.filter((word) => !termsOfWord(word).exact),
  }
}

/** Normalised, each once, and only what the index can know of. */
function unique(words: readonly string[]): string[] {
  const normal = words.map((word) => normalise(word).trim())
  return [...new Set(normal)].filter((word) => termsOfWord(word).terms.length > 0)
}

function wordQuery(word: string, lexeme: (term: string) => string = (term) => term): string {
  const { terms } = termsOfWord(word)
  const step = Math.max(1, terms.length / MOST_TERMS)
  const kept = Array.from({ length: Math.min(terms.length, MOST_TERMS) }, (_, index) => terms[Math.floor(index * step)] ?? '')
  const inText = allOf(kept.map(lexeme))
  return isLatin(word) ? `(${inText} | ${quoted(spellingLexeme(word))})` : inText
}

const allOf = (lexemes: readonly string[]): string => lexemes.map(quoted).join(' & ')

/** Whoever has one of these lexemes. */
export const anyOf = (lexemes: readonly string[]): string => `(${lexemes.map(quoted).join(' | ')})`

/** One tsquery of all pieces. */
export const queryOf = ({ needs, without }: Pick<SearchPlan, 'needs' | 'without'>, ...more: string[]): string =>
  [...needs, ...more, ...without.map((query) => `!(${query})`)].join(' & ')

const quoted = (lexeme: string) => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
