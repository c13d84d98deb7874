import {
  categoryLexeme,
  headlineLexeme,
  monthLexeme,
  personLexeme,
  sampleLexeme,
  sampleOf,
  sourceLexeme,
  spellingLexeme,
  tagLexeme,
  yearLexeme,
} from './lexeme'
import { normalise } from './normalise'
import { spellingsOfHeadline, spellingsOfName } from './pinyin-terms'
import { dictionaryWords } from './segment'
import { addTerms } from './terms'

/** Raised whenever what is written below changes: entries of an older version are written anew (npm run reindex). */
export const INDEX_VERSION = 1

/** What of an article is looked in. */
export interface SearchableText {
  headline: string
  kicker: string | null
  subhead: string | null
  standfirst: string | null
  body: string
  source: string | null
  tags: string[]
  people: string[]
}

export interface Searchable extends SearchableText {
  id: string
  listedAt: Date
  categoryIds: number[]
  tagIds: number[]
  sourceId: number | null
  personIds: number[]
}

export interface SearchEntry {
  /** 0: the whole article. 1, 2, …: one too long for a single entry (PostgreSQL: 1 MB of lexemes) */
  part: number
  /** separated by spaces, which none contains */
  terms: string
  /** `新乡:1A 平原:2A,3B`, ready to be read as a tsvector */
  ranks: string
}

const MOST_BYTES = 900_000
const PART_CHARACTERS = 100_000
/** No word that is looked for is longer, so none falls between two parts. */
const OVERLAP = 400

/** The entries of the index that find an article. */
export function entriesOf(article: Searchable): SearchEntry[] {
  const headline = normalise(article.headline)
  const body = normalise(article.body)
  const names = [...article.tags, ...article.people, article.source ?? ''].map((name) => normalise(name))
  const short = [article.kicker, article.subhead, article.standfirst].map((text) => normalise(text ?? ''))
  const about = facetsOf(article)
  const named = new Set<string>()
  addTerms(named, headline)
  for (const term of [...named]) about.push(headlineLexeme(term))
  for (const text of [...short, ...names]) addTerms(named, text)
  for (const latin of spellingsOfHeadline(headline)) about.push(spellingLexeme(latin))
  for (const name of names) for (const latin of spellingsOfName(name)) about.push(spellingLexeme(latin))
  const ranks = ranksOf(headline, [...short, ...names], body)
  const whole = new Set([...about, ...named])
  addTerms(whole, body)
  const terms = [...whole].join(' ')
  if (terms.length <= MOST_BYTES / 4 || Buffer.byteLength(terms) <= MOST_BYTES) return [{ part: 0, terms, ranks }]
  return partsOf(body).map((text, index) => {
    // What says where and when stands in each part, the words of the headline in the first.
    const part = new Set(index === 0 ? [...about, ...named] : about)
    addTerms(part, text)
    return { part: index + 1, terms: [...part].join(' '), ranks }
  })
}

function facetsOf({ id, listedAt, categoryIds, tagIds, sourceId, personIds }: Searchable): string[] {
  const month = listedAt.toISOString().slice(0, -17)
  return [
    ...categoryIds.map(categoryLexeme),
    ...tagIds.map(tagLexeme),
    ...(sourceId === null ? [] : [sourceLexeme(sourceId)]),
    ...personIds.map(personLexeme),
    monthLexeme(month),
    yearLexeme(month.slice(0, -3)),
    sampleLexeme(sampleOf(id)),
  ]
}

function partsOf(body: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < body.length; at += PART_CHARACTERS)
    parts.push(body.slice(Math.max(0, at - OVERLAP), at + PART_CHARACTERS))
  return parts
}

const BODY_READ = 20_000
const BODY_WORDS = 48

/** Dictionary words for ranking: A in the headline, B in what introduces and files it, C the most frequent of the body. */
function ranksOf(headline: string, introducing: string[], body: string): string {
  const weights = new Map<string, string>()
  for (const word of dictionaryWords(headline)) weights.set(word, 'A')
  for (const text of introducing) for (const word of dictionaryWords(text)) if (!weights.has(word)) weights.set(word, 'B')
  const counts = new Map<string, number>()
  for (const word of dictionaryWords(body.slice(0, BODY_READ))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const frequent = [...counts].sort(([, a], [, b]) => b - a).slice(0, BODY_WORDS)
  const lexemes = new Map([...weights].map(([word, weight]) => [word, [`1${weight}`]]))
  for (const [word, count] of frequent) {
    // Often in the body counts, a little more each time; the place itself means nothing.
    const times = Array.from({ length: Math.min(count, 4) }, (_, index) => `${index + 2}C`)
    lexemes.set(word, [...(lexemes.get(word) ?? []), ...times])
  }
  return [...lexemes].map(([word, positions]) => `${word}:${positions.join()}`).join(' ')
}
